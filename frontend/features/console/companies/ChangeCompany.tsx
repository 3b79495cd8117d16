import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { CompanyPerson, StaffCompany } from '@shared/api/staff-types'
import { Dialog } from '@shared/ui/Dialog'
import { SearchField } from '@shared/ui/filter/SearchField'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { EvidenceFields } from './EvidenceFields'
import { changeCompany, type CompanyChange } from './keeping'
import { usePeople } from './use-people'

const FIELDS = ['name', 'branches', 'owner_id', 'evidence.number', 'evidence.file_id']

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
  const [name, setName] = useState(company.name)
  const [branches, setBranches] = useState(company.branches.join('\n'))
  const [owner, setOwner] = useState('')
  const [evidence, setEvidence] = useState({ number: '', file_id: '' })
  const saving = useSaving(company.id, onDone)
  const [unproven, setUnproven] = useState(false)
  const { fields, rest } = sortErrors(saving.error, FIELDS)
  const submit = () => {
    setUnproven(!evidence.file_id)
    if (!evidence.file_id) return focusFirstError()
    saving.mutate({ ...changeOf(company, name, branches), owner_id: owner || null, evidence })
  }
  return (
    <DialogForm
      confirm={t('change.submit')}
      busy={saving.isPending}
      error={rest}
      onSubmit={submit}
      onCancel={onDone}
    >
      <TextInput
        label={t('change.name')}
        value={name}
        error={fields.name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Textarea
        label={t('change.branches')}
        description={t('change.branchesHint')}
        value={branches}
        error={fields.branches}
        rows={3}
        onChange={({ currentTarget }) => setBranches(currentTarget.value)}
      />
      <OwnerSelect company={company} value={owner} error={fields.owner_id} onChange={setOwner} />
      <EvidenceFields
        companyId={company.id}
        value={evidence}
        onChange={setEvidence}
        errors={{
          ...fields,
          ...(unproven && !evidence.file_id
            ? { 'evidence.number': t('common:field.required') }
            : null),
        }}
      />
    </DialogForm>
  )
}

interface OwnerSelectProps {
  company: StaffCompany
  value: string
  error?: string
  onChange: (id: string) => void
}

function OwnerSelect({ company, value, error, onChange }: OwnerSelectProps) {
  const { t } = useTranslation('customers')
  const { list, find, setFind, many } = usePeople(company.id)
  const [chosen, setChosen] = useState<CompanyPerson | null>(null)
  const found = (list.data?.pages ?? []).flatMap((page) => page.items)
  const others = found.filter((person) => !person.owner && person.id !== chosen?.id)
  const offered = chosen ? [chosen, ...others] : others
  return (
    <>
      <NativeSelect
        label={t('change.owner')}
        description={t('change.ownerHint')}
        value={value}
        error={error}
        data={[
          { value: '', label: t('change.ownerStays', { name: company.owner?.name ?? '' }) },
          ...offered.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` })),
        ]}
        onChange={({ currentTarget }) => {
          setChosen(offered.find(({ id }) => id === currentTarget.value) ?? null)
          onChange(currentTarget.value)
        }}
      />
      {many ? <SearchField label={t('people.find')} value={find} onFind={setFind} /> : null}
    </>
  )
}

function useSaving(companyId: string, onDone: () => void) {
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  return useMutation({
    mutationFn: async (change: CompanyChange) =>
      changeCompany(companyId, change, await keyFor(change)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['companies'] })
      onDone()
    },
  })
}

/** What stays is null. */
function changeOf(company: StaffCompany, name: string, branches: string) {
  const lines = linesOf(branches)
  const regrouped = lines.join('\n') !== company.branches.join('\n')
  return {
    name: name.trim() === company.name ? null : name.trim(),
    branches: regrouped ? lines : null,
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
