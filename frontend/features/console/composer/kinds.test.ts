import { expect, it } from 'vitest'
import { possibleKind, statusAfter } from './kinds'

it('previews the status after each kind of message (STF-3, REQ-8)', () => {
  expect(statusAfter('question', 'in_progress')).toBe('awaiting_answer')
  expect(statusAfter('solution', 'awaiting_answer')).toBe('solution_provided')
  expect(statusAfter('answer', 'in_progress')).toBe('in_progress')
  expect(statusAfter('answer', 'awaiting_answer')).toBe('awaiting_answer')
  expect(statusAfter('note', 'closed')).toBe('closed')
})

it('offers a note where a closed request takes nothing else', () => {
  expect(possibleKind('solution', ['note'])).toBe('note')
  expect(possibleKind('solution', ['answer', 'solution', 'note'])).toBe('solution')
})
