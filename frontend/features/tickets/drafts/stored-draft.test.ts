import { beforeEach, expect, it } from 'vitest'
import { stubSessionStorage } from '../../../tests/memory-storage'
import { readDraft, writeDraft } from './stored-draft'

const isText = (value: unknown) => typeof value === 'string'
beforeEach(stubSessionStorage)

it('is there again after the page was loaded again, with its intent', () => {
  const begun = readDraft('form', '', isText)
  writeDraft('form', { ...begun, value: 'half a sentence' })
  expect(readDraft('form', '', isText)).toEqual({ intent: begun.intent, value: 'half a sentence' })
})

it('shares its intent with a tab that was duplicated before anything was typed', () => {
  const here = readDraft('form', '', isText)
  expect(readDraft('form', '', isText).intent).toBe(here.intent)
})

it.each(['{', 'null', '{"value":1}', '{"intent":"x","value":1}'])(
  'starts afresh from %j',
  (kept) => {
    sessionStorage.setItem('kontor-draft:form', kept)
    expect(readDraft('form', 'new', isText).value).toBe('new')
  },
)
