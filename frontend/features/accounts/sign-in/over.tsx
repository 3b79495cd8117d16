import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@shared/api/problem'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'

const CHALLENGE_OVER = ['link_expired', 'link_used', 'link_unknown']

/** The first step is too long ago, or was used already. */
export function isOver(error: unknown): boolean {
  return error instanceof ApiError && CHALLENGE_OVER.includes(error.code)
}

export function TooLate({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <PageHeader title={t('secondFactor.title')} />
      <Notice
        tone="warning"
        title={t('secondFactor.over')}
        action={<Button onClick={onBack}>{t('secondFactor.back')}</Button>}
      >
        {t('secondFactor.overDetail')}
      </Notice>
    </>
  )
}
