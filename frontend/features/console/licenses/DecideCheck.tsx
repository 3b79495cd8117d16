import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { Evidence } from '@shared/api/staff-types'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { decide, type Decision, evidenceQuery } from './desk'

/** Accepting or refusing, with the reason that goes into the letter. */
export function DecideCheck({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation('desk')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const deciding = useDeciding(evidence.check.id)
  const choose = (accept: boolean) => {
    const words = reason.trim() || null
    setMissing(!accept && !words)
    if (!accept && !words) return
    deciding.mutate({ accept, claimed_at: evidence.check.claimed_at, reason: words })
  }
  if (deciding.data)
    return (
      <Notice tone="success">
        {t(deciding.data.claim === 'active' ? 'done.accepted' : 'done.refused')}
      </Notice>
    )
  if (evidence.decided && !deciding.error) return <Notice tone="info">{t('checks.decided')}</Notice>
  return (
    <Panel title={t('evidence.decide')}>
      <Stack gap="md">
        {deciding.error ? <Problem error={deciding.error} /> : null}
        <Textarea
          autosize
          minRows={3}
          label={t('evidence.reason')}
          description={t('evidence.reasonHint')}
          value={reason}
          error={missing ? t('evidence.reasonMissing') : undefined}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value)
            setMissing(false)
          }}
        />
        <Group gap="xs">
          <Button
            leftSection={<Check size={15} aria-hidden />}
            loading={deciding.isPending && deciding.variables.accept}
            disabled={evidence.decided}
            onClick={() => choose(true)}
          >
            {t('evidence.accept')}
          </Button>
          <Button
            variant="default"
            leftSection={<X size={15} aria-hidden />}
            loading={deciding.isPending && !deciding.variables.accept}
            disabled={evidence.decided}
            onClick={() => choose(false)}
          >
            {t('evidence.refuse')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}

function useDeciding(id: string) {
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  return useMutation({
    mutationFn: async (body: Decision) => decide(id, body, await keyFor(body)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['license-checks', 'list'] }),
    onError: () => queryClient.invalidateQueries({ queryKey: evidenceQuery(id).queryKey }),
  })
}
