import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { RecoveryDecision, RecoveryEvidence } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { decideRecovery, recoveriesKey } from './recoveries'

const REASONS = ['objection_pending', 'owner_objected', 'asker_gone', 'proof_gone'] as const

/** Accepting or refusing, with a reason; what can't be accepted yet says why. */
export function DecideRecovery({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [sure, setSure] = useState(false)
  const deciding = useDeciding(evidence.id)
  if (evidence.state !== 'asked') return <Decided evidence={evidence} />
  const choose = (accept: boolean) => {
    setMissing(!reason.trim())
    if (!reason.trim()) return
    if (accept) setSure(true)
    else send(false)
  }
  const send = (accept: boolean) =>
    deciding.mutate({ accept, reason: reason.trim(), objections: evidence.objections.length })
  return (
    <Panel title={t('staff.decide')}>
      <Stack gap="md">
        {deciding.error && !sure ? <Problem error={deciding.error} /> : null}
        <Hindrance evidence={evidence} />
        <Reason
          value={reason}
          missing={missing}
          onChange={(typed) => {
            setReason(typed)
            setMissing(false)
          }}
        />
        <Group gap="xs">
          <Button
            leftSection={<Check size={15} aria-hidden />}
            disabled={evidence.blocked_by !== null}
            onClick={() => choose(true)}
          >
            {t('staff.accept')}
          </Button>
          <Button
            variant="default"
            leftSection={<X size={15} aria-hidden />}
            loading={deciding.isPending && !deciding.variables.accept}
            onClick={() => choose(false)}
          >
            {t('staff.refuse')}
          </Button>
        </Group>
      </Stack>
      <AreYouSure
        opened={sure}
        evidence={evidence}
        busy={deciding.isPending}
        error={deciding.error}
        onConfirm={() => send(true)}
        onCancel={() => setSure(false)}
      />
    </Panel>
  )
}

interface ReasonProps {
  value: string
  missing: boolean
  onChange: (reason: string) => void
}

function Reason({ value, missing, onChange }: ReasonProps) {
  const { t } = useTranslation('recovery')
  return (
    <Textarea
      autosize
      minRows={3}
      maxLength={2000}
      label={t('staff.reason')}
      description={t('staff.reasonHint')}
      value={value}
      error={missing ? t('staff.reasonMissing') : undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

interface AreYouSureProps {
  opened: boolean
  evidence: RecoveryEvidence
  busy: boolean
  error: unknown
  onConfirm: () => void
  onCancel: () => void
}

function AreYouSure({ evidence, ...dialog }: AreYouSureProps) {
  const { t } = useTranslation('recovery')
  const { name } = evidence.asker
  return (
    <ConfirmDialog
      {...dialog}
      title={t('staff.sureTitle', { name })}
      confirmLabel={t('staff.accept')}
    >
      {t('staff.sure', { name, company: evidence.company_name })}
    </ConfirmDialog>
  )
}

function Hindrance({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const known = REASONS.find((reason) => reason === evidence.blocked_by)
  if (!known) return null
  return (
    <Notice tone="info">
      {t(`staff.hindrance.${known}`, { when: format.moment(evidence.ends_at) })}
    </Notice>
  )
}

function Decided({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  if (evidence.state === 'asked') return null
  const when = evidence.ended_at ? format.moment(evidence.ended_at) : ''
  const title = t(`staff.ended.${evidence.state}`, { when })
  return (
    <Notice tone="info" title={title}>
      {evidence.reason}
    </Notice>
  )
}

function useDeciding(id: string) {
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  return useMutation({
    mutationFn: async (body: RecoveryDecision) => decideRecovery(id, body, await keyFor(body)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: recoveriesKey }),
  })
}
