import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCompany } from '@shared/api/staff-types'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { Notice } from '@shared/ui/Notice'
import { changeOf } from './company-draft'
import { EvidenceFields } from './EvidenceFields'
import { OwnerSelect } from './OwnerSelect'
import { useChangingCompany } from './use-changing-company'

interface ChangeCompanyProps {
  company: StaffCompany
  opened: boolean
  onClose: () => void
}

/** What a company can't change itself: name, branches, owner (STF-8). */
export function ChangeCompany({ company, opened, onClose }: ChangeCompanyProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog opened={opened} title={t('change.title', { name: company.name })} onClose={onClose}>
      <ChangeForm company={company} onDone={onClose} />
    </Dialog>
  )
}

function ChangeForm({ company, onDone }: { company: StaffCompany; onDone: () => void }) {
  const { t } = useTranslation(['customers', 'common'])
  const changing = useChangingCompany(company, onDone)
  const { base, draft, type, saving, overtaken, errors } = changing
  const [evidence, setEvidence] = useState({ number: '', file_id: '' })
  const [unproven, setUnproven] = useState(false)
  const submit = () => {
    setUnproven(!evidence.file_id)
    if (!evidence.file_id) return focusFirstError()
    saving.mutate({ ...changeOf(draft, base), evidence })
  }
  return (
    <DialogForm
      confirm={t('change.submit')}
      busy={saving.isPending}
      error={errors.rest}
      onSubmit={submit}
      onCancel={onDone}
    >
      <TypedFields {...changing} />
      <OwnerSelect
        company={base}
        value={draft.owner}
        error={errors.fields.owner_id}
        onChange={(owner) => type({ owner })}
      />
      <EvidenceFields
        companyId={company.id}
        value={evidence}
        onChange={setEvidence}
        errors={{
          ...errors.fields,
          ...(unproven && !evidence.file_id
            ? { 'evidence.number': t('common:field.required') }
            : null),
        }}
      />
      {overtaken ? (
        <Notice tone="warning" title={t('change.overtaken.title')}>
          {t('change.overtaken.detail')}
        </Notice>
      ) : null}
    </DialogForm>
  )
}

type Changing = Pick<
  ReturnType<typeof useChangingCompany>,
  'base' | 'draft' | 'type' | 'overtaken' | 'errors'
>

/** Name and branches; what somebody else has put there meanwhile stands beside what was typed. */
function TypedFields({ base, draft, type, overtaken, errors }: Changing) {
  const { t } = useTranslation('customers')
  const change = changeOf(draft, base)
  const now = (typed: unknown, text: string, hint?: string) =>
    overtaken && typed !== null ? t('change.now', { text }) : hint
  const branches = base.branches.join(', ') || t('page.noBranches')
  return (
    <>
      <TextInput
        label={t('change.name')}
        description={now(change.name, base.name)}
        value={draft.name}
        error={errors.fields.name}
        onChange={({ currentTarget }) => type({ name: currentTarget.value })}
      />
      <Textarea
        label={t('change.branches')}
        description={now(change.branches, branches, t('change.branchesHint'))}
        value={draft.branches}
        error={errors.fields.branches}
        rows={3}
        onChange={({ currentTarget }) => type({ branches: currentTarget.value })}
      />
    </>
  )
}
