import { describe, expect, it } from 'vitest'
import type { TicketForm } from '@shared/api/types'
import { choicesFor, gapsIn, newTicketFrom, NO_VALUES, settle } from './ticket-values'

const version = (id: string) => ({ id, name: id, newer_patch: null })
const FORM: TicketForm = {
  groups: [
    {
      id: 'endpoints',
      name: 'Endpoints',
      products: [
        { id: 'shield', name: 'Shield', versions: [version('12.4'), version('12.5')] },
        { id: 'mobile', name: 'Mobile', versions: [version('3.0')] },
      ],
    },
    {
      id: 'mail',
      name: 'Mail',
      products: [{ id: 'gate', name: 'Gate', versions: [version('7')] }],
    },
  ],
  operating_systems: [
    { id: 'win', name: 'Windows' },
    { id: 'deb', name: 'Debian' },
  ],
  types: [{ id: 'install', name: 'Installation', subtypes: [{ id: 'new', name: 'New' }] }],
  severities: ['low', 'normal', 'high'],
  tips: [],
}
const LIMITS = { text_chars: 100, subject_chars: 10 }

describe('REQ-2: each choice narrows the next', () => {
  it('offers nothing below what is not chosen yet', () => {
    expect(choicesFor(FORM, NO_VALUES).product_id).toEqual([])
    expect(choicesFor(FORM, NO_VALUES).version_id).toEqual([])
  })

  it('makes the only choice itself, all the way down', () => {
    const settled = settle(FORM, { ...NO_VALUES, group_id: 'mail' })
    expect(settled).toMatchObject({ product_id: 'gate', version_id: '7' })
    expect(settled).toMatchObject({ type_id: 'install', subtype_id: 'new', os_id: '' })
  })

  it('empties what no longer fits', () => {
    const chosen = { ...NO_VALUES, group_id: 'endpoints', product_id: 'shield', version_id: '12.5' }
    const other = settle(FORM, { ...chosen, product_id: 'mobile' })
    expect(other.version_id).toBe('3.0')
    const moved = settle(FORM, { ...chosen, group_id: 'mail' })
    expect(moved).toMatchObject({ product_id: 'gate', version_id: '7' })
  })

  it('drops a draft that names a product the company lost', () => {
    const stale = { ...NO_VALUES, group_id: 'gone', product_id: 'gone', version_id: 'gone' }
    expect(settle(FORM, stale)).toMatchObject({ group_id: '', product_id: '', version_id: '' })
  })
})

describe('what is missing', () => {
  it('names each field', () => {
    expect(Object.keys(gapsIn(NO_VALUES, LIMITS))).not.toContain('severity')
    expect(gapsIn(NO_VALUES, LIMITS)).toMatchObject({
      product_id: 'mustChoose',
      subject: 'required',
    })
  })

  it('counts characters, not bytes or code units', () => {
    expect(gapsIn({ ...NO_VALUES, subject: '😀'.repeat(10) }, LIMITS).subject).toBeUndefined()
    expect(gapsIn({ ...NO_VALUES, subject: 'x'.repeat(11) }, LIMITS).subject).toBe('tooLong')
  })
})

it('sends what the API takes, and not the group', () => {
  const sent = newTicketFrom({ ...NO_VALUES, group_id: 'g', subject: ' Hi ' }, ['key'], null)
  expect(sent).not.toHaveProperty('group_id')
  expect(sent).toMatchObject({ category: 'technical', subject: 'Hi', files: ['key'] })
})
