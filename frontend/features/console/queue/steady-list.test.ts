import { expect, it } from 'vitest'
import { drawn, settle } from './steady-list'

const items = (ids: string, mark = '') => [...ids].map((id) => ({ id, mark }))
const places = (list: ReturnType<typeof drawn<{ id: string }>>) =>
  list.rows.map(({ item, gone }) => (gone ? `(${item.id})` : item.id)).join('')

it('shows the first list as it is', () => {
  expect(places(settle(drawn([]), items('abc'), false))).toBe('abc')
})

it('puts new contents into the same places (STF-2)', () => {
  const after = settle(drawn(items('abc')), items('bac', 'changed'), false)
  expect(places(after)).toBe('abc')
  expect(after.rows.every(({ item }) => item.mark === 'changed')).toBe(true)
})

it('holds back what arrived above or between, and counts it', () => {
  const after = settle(drawn(items('abc')), items('xaybc'), false)
  expect(places(after)).toBe('abc')
  expect(after.arrived).toBe(2)
})

it('keeps what left in its place, marked', () => {
  expect(places(settle(drawn(items('abc')), items('ac'), false))).toBe('a(b)c')
})

it('adds what comes below, such as the next page', () => {
  const after = settle(drawn(items('abc')), items('abcde'), false)
  expect(places(after)).toBe('abcde')
  expect(after.arrived).toBe(0)
})

it('does not take for gone what was pushed beyond the loaded pages', () => {
  const after = settle(drawn(items('abc')), items('xab'), true)
  expect(places(after)).toBe('abc')
  expect(after.arrived).toBe(1)
})

it('marks everything when nothing of it is left', () => {
  const after = settle(drawn(items('ab')), items('xy'), false)
  expect(places(after)).toBe('(a)(b)')
  expect(after.arrived).toBe(2)
})

it('takes a row back that returned', () => {
  const left = settle(drawn(items('abc')), items('ac'), false)
  expect(places(settle(left, items('abc'), false))).toBe('abc')
})
