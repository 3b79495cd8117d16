import { useTranslation } from 'react-i18next'
import type { DeskLicense } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'
import type { RequestLink } from '../request/EarlierRequests'
import { useAskedBlock } from './asked-block'

interface AskedBlockNoticeProps {
  license: DeskLicense
  requestLink: RequestLink
}

/** The holder reported the code and waits for a block and another code (LIC-13). */
export function AskedBlockNotice({ license, requestLink }: AskedBlockNoticeProps) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const asked = useAskedBlock(license)
  if (!asked) return null
  const title = asked.at ? t('asked.at', { at: format.moment(asked.at) }) : t('asked.now')
  return (
    <Notice tone="warning" title={title}>
      {t('asked.request')} {requestLink(asked.ticketId, asked.number)}
    </Notice>
  )
}
