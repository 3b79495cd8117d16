import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'
import type { SelfApi } from '../self-api'
import { reachQuery } from './reach'

/** Why mail doesn't reach the person, and the test mail that ends it; nothing while it does. */
export function ReachPanel({ self }: { self: SelfApi }) {
  const { t } = useTranslation('reach')
  const format = useFormat()
  const reach = useQuery(reachQuery(self)).data
  const asking = useMutation({ mutationFn: self.askReachCheck })
  if (!reach?.stopped_for || !reach.since) return null
  const { email, held, held_to: heldTo } = reach
  const shown = held < heldTo ? held : `${heldTo}+`
  return (
    <Notice
      tone="warning"
      title={t('title')}
      action={
        asking.isSuccess ? (
          <span role="status">{t('asked')}</span>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {t('ask')}
          </Button>
        )
      }
    >
      <p>
        {t(reach.stopped_for, { email, since: format.date(reach.since) })}{' '}
        {held > 0 ? t('held', { count: held, shown }) : null}
      </p>
      <p>{t('how')}</p>
      {asking.error ? <Problem error={asking.error} /> : null}
    </Notice>
  )
}
