import { useTranslation } from 'react-i18next'
import { ApiError } from '@shared/api/problem'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'

export function SignInProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  if (error instanceof ApiError && error.retryAfter !== null)
    return (
      <Notice tone="warning">
        {t('signIn.wait', { time: format.duration(error.retryAfter) })}
      </Notice>
    )
  return <Problem error={error} />
}
