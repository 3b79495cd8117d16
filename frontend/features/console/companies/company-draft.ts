import { ApiError } from '@shared/api/problem'
import type { StaffCompany } from '@shared/api/staff-types'
import type { CompanyChange } from './keeping'

type Known = Pick<StaffCompany, 'name' | 'branches' | 'owner' | 'version'>

/** What is typed: branches one per line, and whose id is to be the owner (none: who is). */
export interface CompanyDraft {
  name: string
  branches: string
  owner: string
}

export const draftOf = ({ name, branches }: Known): CompanyDraft => ({
  name,
  branches: branches.join('\n'),
  owner: '',
})

/** After somebody else was faster: what was typed stays, what was not touched is as it is now. */
export function rebased(draft: CompanyDraft, before: Known, now: Known): CompanyDraft {
  const touched = changeOf(draft, before)
  const known = draftOf(now)
  return {
    name: touched.name === null ? known.name : draft.name,
    branches: touched.branches === null ? known.branches : draft.branches,
    owner: draft.owner === now.owner?.id ? '' : draft.owner,
  }
}

/** What is to be another than it is; what stays is null. */
export function changeOf(draft: CompanyDraft, company: Known): Omit<CompanyChange, 'evidence'> {
  const lines = linesOf(draft.branches)
  const name = draft.name.trim()
  return {
    name: name === company.name ? null : name,
    branches: lines.join('\n') === company.branches.join('\n') ? null : lines,
    owner_id: draft.owner || null,
    version: company.version,
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

const SHOWN = 40

/** What the server said of the branches, each refusal after the branch that it is about. */
export function refusedBranches(
  error: unknown,
  sent: readonly string[],
  say: (branch: string, detail: string) => string,
): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const refusals = error.errors.flatMap(({ field, detail }) => {
    const [name, place] = field.split('.')
    if (name !== 'branches') return []
    const branch = place === undefined ? undefined : sent[Number(place)]
    return [branch === undefined ? detail : say(shortened(branch), detail)]
  })
  return refusals.join(' ') || undefined
}

const shortened = (branch: string) =>
  branch.length > SHOWN ? `${branch.slice(0, SHOWN)}…` : branch
