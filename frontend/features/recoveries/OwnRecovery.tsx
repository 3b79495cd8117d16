import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnRecovery as Own } from '@shared/api/types'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { Moment } from '@shared/ui/Times'
import { recoveriesKey, withdraw } from './recoveries'

/** What became of one's application; an open one can be withdrawn. */
export function OwnRecovery({ recovery }: { recovery: Own }) {
  const { t } = useTranslation('recovery')
  const open = recovery.state === 'asked'
  return (
    <Panel title={t(open ? 'own.title' : 'own.over')}>
      <p style={{ marginTop: 0 }}>{t(`own.state.${recovery.state}`)}</p>
      <Facts
        facts={[
          [
            t('own.license'),
            <span key="id" className="k-code">
              {recovery.license_public_id}
            </span>,
          ],
          [t('own.file'), <bdi key="file">{recovery.file_name}</bdi>],
          [t('own.asked'), <Moment key="asked" value={recovery.asked_at} />],
          [t('own.until'), open ? <Moment key="until" value={recovery.ends_at} /> : null],
          [
            t('own.ended'),
            recovery.ended_at ? <Moment key="end" value={recovery.ended_at} /> : null,
          ],
          [t('own.reason'), recovery.reason],
        ]}
      />
      {open ? <Withdraw /> : null}
    </Panel>
  )
}

function Withdraw() {
  const { t } = useTranslation(['recovery', 'common'])
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdrawing = useMutation({
    mutationFn: withdraw,
    onSettled: () => queryClient.invalidateQueries({ queryKey: recoveriesKey }),
  })
  return (
    <>
      <Button variant="default" mt="md" onClick={() => setAsking(true)}>
        {t('own.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('own.withdrawTitle')}
        confirmLabel={t('own.withdraw')}
        busy={withdrawing.isPending}
        error={withdrawing.error}
        onConfirm={() => withdrawing.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('own.withdrawWhat')}
      </ConfirmDialog>
    </>
  )
}
