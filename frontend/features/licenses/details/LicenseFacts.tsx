import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { CopyButton } from '@shared/ui/CopyButton'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { Day, Moment } from '@shared/ui/Times'
import { Expiry } from '../Expiry'

const MASKED = '•'

/** Seats, numbers, dates and people of one license (LIC-5). */
export function LicenseFacts({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('licenses')
  const format = useFormat()
  return (
    <Panel title={t('details.title')}>
      <Facts
        facts={[
          [t('proof.code'), <Code key="code" value={license.code} label={t('proof.code')} />],
          [
            t('details.publicId'),
            <Code key="id" value={license.public_id} label={t('details.publicId')} />,
          ],
          [t('details.edition'), license.edition],
          [t('details.nodes'), format.number(license.nodes)],
          [t('details.startsOn'), <Day key="starts" value={license.starts_on} />],
          [t('details.expiresOn'), <Expiry key="expires" day={license.expires_on} />],
          [t('details.endUser'), license.end_user],
          [t('details.partner'), license.partner],
          [t('details.serialNumber'), license.serial_number],
          [t('details.orderNumber'), license.order_number],
          [t('details.addedAt'), <Moment key="added" value={license.added_at} />],
        ]}
      />
    </Panel>
  )
}

function Code({ value, label }: { value: string; label: string }) {
  return (
    <>
      <span className="k-code">{value}</span>{' '}
      {value.includes(MASKED) ? null : <CopyButton value={value} label={label} />}
    </>
  )
}
