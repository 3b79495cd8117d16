import type { NewTicket, Severity, TicketForm } from '@shared/api/types'

export interface TicketValues {
  group_id: string
  product_id: string
  version_id: string
  os_id: string
  type_id: string
  subtype_id: string
  severity: Severity
  subject: string
  description: string
}

export const NO_VALUES: TicketValues = {
  group_id: '',
  product_id: '',
  version_id: '',
  os_id: '',
  type_id: '',
  subtype_id: '',
  severity: 'normal',
  subject: '',
  description: '',
}

/** Whether something kept from before still has the shape of the form. */
export function isTicketValues(value: unknown): value is TicketValues {
  const kept = (value ?? {}) as Record<string, unknown>
  return Object.keys(NO_VALUES).every((field) => typeof kept[field] === 'string')
}

export type Gap = 'required' | 'mustChoose' | 'tooLong'
type Limits = { text_chars: number; subject_chars: number }

/** Characters as the server counts them: an emoji is one. */
export function lengthOf(text: string): number {
  return [...text.trim()].length
}

export function gapsIn(
  typed: TicketValues,
  limits: Limits,
): Partial<Record<keyof TicketValues, Gap>> {
  const gaps: Partial<Record<keyof TicketValues, Gap>> = {}
  for (const [field, value] of Object.entries(typed) as [keyof TicketValues, string][])
    if (value.trim() === '') gaps[field] = field.endsWith('_id') ? 'mustChoose' : 'required'
  if (lengthOf(typed.subject) > limits.subject_chars) gaps.subject = 'tooLong'
  if (lengthOf(typed.description) > limits.text_chars) gaps.description = 'tooLong'
  return gaps
}

export function newTicketFrom(
  typed: TicketValues,
  files: string[],
  relatedTicketId: string | null,
): NewTicket {
  // The group only narrows the choice of products; the API does not know it.
  const { group_id: _, ...sent } = typed
  return {
    category: 'technical',
    ...sent,
    subject: typed.subject.trim(),
    description: typed.description.trim(),
    files,
    related_ticket_id: relatedTicketId,
  }
}

export type Choices = ReturnType<typeof choicesFor>

/** What can be chosen in each field, given what is chosen in those above it. */
export function choicesFor(form: TicketForm, chosen: TicketValues) {
  const products = form.groups.find((group) => group.id === chosen.group_id)?.products ?? []
  const versions = products.find((product) => product.id === chosen.product_id)?.versions ?? []
  const subtypes = form.types.find((type) => type.id === chosen.type_id)?.subtypes ?? []
  return {
    group_id: form.groups,
    product_id: products,
    version_id: versions,
    os_id: form.operating_systems,
    type_id: form.types,
    subtype_id: subtypes,
  }
}

/** After each choice: what no longer fits is emptied, what is the only choice is made. */
export function settle(form: TicketForm, chosen: TicketValues): TicketValues {
  const settled = { ...chosen }
  for (const field of CASCADE) {
    const options: { id: string }[] = choicesFor(form, settled)[field]
    if (!options.some((option) => option.id === settled[field])) settled[field] = ''
    const [only, ...more] = options
    if (only && more.length === 0) settled[field] = only.id
  }
  return settled
}

/** From the top down: each field narrows those after it. */
const CASCADE = ['group_id', 'product_id', 'version_id', 'os_id', 'type_id', 'subtype_id'] as const
export type ChoiceField = (typeof CASCADE)[number]
