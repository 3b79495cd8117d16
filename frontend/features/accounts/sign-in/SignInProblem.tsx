import { useTranslation } from 'react-i18next'
import { ApiError, hasCode } from '@shared/api/problem'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'

interface SignInProblemProps {
  error: unknown
  /** What to say where the API only says that something of it was wrong. */
  wrong: string
}

export function SignInProblem({ error, wrong }: SignInProblemProps) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  if (error instanceof ApiError && error.retryAfter !== null)
    return (
      <Notice tone="warning">
        {t('signIn.wait', { time: format.duration(error.retryAfter) })}
      </Notice>
    )
  if (hasCode(error, 'sign_in_failed')) return <Notice tone="danger">{wrong}</Notice>
  return <Problem error={error} />
}
