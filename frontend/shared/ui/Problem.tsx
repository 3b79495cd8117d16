import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError, NetworkError } from '@shared/api/problem'
import { Notice } from './Notice'

/** What went wrong, in words, and the way to try again where that can help. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('common')
  const text = useProblemText()(error)
  return (
    <Notice
      tone={error instanceof NetworkError ? 'warning' : 'danger'}
      title={text.title}
      action={
        retry ? (
          <Button size="xs" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        ) : undefined
      }
    >
      {text.detail}
    </Notice>
  )
}

/** Title and detail to show for anything that was thrown. */
export function useProblemText() {
  const { t } = useTranslation('common')
  return (error: unknown): { title?: string; detail: string } => {
    if (error instanceof NetworkError)
      return { title: t('problem.network.title'), detail: t('problem.network.detail') }
    if (error instanceof ApiError && error.byGateway) return { detail: t(gatewaysKey(error)) }
    if (error instanceof ApiError && error.message) return { detail: error.message }
    return { title: t('problem.unexpected.title'), detail: t('problem.unexpected.detail') }
  }
}

/** In the person's language what the gateway, which was asked in none, refuses by itself. */
function gatewaysKey({ status }: ApiError) {
  if (status === 413) return 'problem.gateway.tooLarge'
  if (status === 429) return 'problem.gateway.tooMany'
  return status >= 500 ? 'problem.gateway.unavailable' : 'problem.gateway.refused'
}
