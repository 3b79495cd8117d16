import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { hasCode } from '@shared/api/problem'
import type { StaffCompany } from '@shared/api/staff-types'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { companyQuery } from './companies'
import { draftOf, rebased, refusedBranches } from './company-draft'
import { changeCompany, type CompanyChange } from './keeping'

const FIELDS = ['name', 'branches', 'owner_id', 'evidence.number', 'evidence.file_id']

/**
 * What is typed over a company as it was when the dialog opened, and not as the page behind it
 * reads it meanwhile: only so the server can tell that somebody else was faster. Then the dialog
 * goes on from what is there now, and keeps what was typed.
 */
export function useChangingCompany(company: StaffCompany, onDone: () => void) {
  const { t } = useTranslation('customers')
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  const [base, setBase] = useState(company)
  const [draft, setDraft] = useState(() => draftOf(company))
  const readAnew = async () => {
    await queryClient.invalidateQueries({ queryKey: ['companies'] })
    const now = queryClient.getQueryData(companyQuery(company.id).queryKey)
    if (!now || now.version === base.version) return
    setDraft((typed) => rebased(typed, base, now))
    setBase(now)
  }
  const saving = useMutation({
    mutationFn: async (change: CompanyChange) =>
      changeCompany(company.id, change, await keyFor(change)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['companies'] })
      onDone()
    },
    onError: async (error) => {
      if (hasCode(error, 'company_changed')) await readAnew()
      focusFirstError()
    },
  })
  const overtaken = hasCode(saving.error, 'company_changed')
  const { fields, rest } = sortErrors(overtaken ? null : saving.error, FIELDS)
  const branches = refusedBranches(
    saving.error,
    saving.variables?.branches ?? [],
    (branch, detail) => t('change.refusedBranch', { branch, detail }),
  )
  return {
    base,
    draft,
    type: (typed: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...typed })),
    saving,
    overtaken,
    errors: { fields: branches ? { ...fields, branches } : fields, rest },
  }
}
