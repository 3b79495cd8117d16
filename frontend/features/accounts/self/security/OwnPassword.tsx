import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import type { SelfApi } from '../self-api'

/** Another password comes by the same mailed link as a forgotten one (ACC-7). */
export function OwnPassword({ self, email }: { self: SelfApi; email: string }) {
  const { t } = useTranslation('self')
  const asking = useMutation({ mutationFn: self.askPasswordLink })
  return (
    <Panel title={t('password.title')}>
      {asking.isSuccess ? (
        <Notice tone="success">{t('password.sent', { email })}</Notice>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>{t('password.explain', { email })}</p>
          {asking.error ? <Problem error={asking.error} /> : null}
          <Button variant="default" loading={asking.isPending} onClick={() => asking.mutate()}>
            {t('password.change')}
          </Button>
        </>
      )}
    </Panel>
  )
}
