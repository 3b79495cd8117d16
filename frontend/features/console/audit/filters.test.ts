import { expect, test } from 'vitest'
import { auditFiltersFrom, endOf, isFiltered, startOf } from './filters'

test('what is no filter counts as nothing', () => {
  const read = auditFiltersFrom({ company: '<b>', person: 7, action: 'x y', since: '1.1.', z: 'z' })
  expect(isFiltered(read)).toBe(false)
})

test('filters are read from the address', () => {
  const typed = { person: '01KA', action: 'license.blocked', since: '2026-11-01' }
  expect(auditFiltersFrom(typed)).toMatchObject(typed)
})

test('a day lasts from its first to its last moment', () => {
  const length = Date.parse(endOf('2026-11-03')) - Date.parse(startOf('2026-11-03'))
  expect(length).toBe(24 * 3_600_000 - 1)
})
