import { expect, test } from 'vitest'
import { filledNames, idFrom, nameIn } from './names'

test('an id is made of a name as people would choose it', () => {
  expect(idFrom('Halbton Guard für Server 8.3')).toBe('halbton-guard-fur-server-8.3')
  expect(idFrom('  Groß & Klein – ')).toBe('gross-klein')
  expect(idFrom('x'.repeat(60))).toHaveLength(40)
})

test('a name stands in where the reader’s language has none', () => {
  expect(nameIn('de', { en: 'Backup' })).toBe('Backup')
  expect(nameIn('de', { en: 'Backup', de: 'Sicherung' })).toBe('Sicherung')
  expect(nameIn('de', {})).toBe('')
})

test('what was left empty is no name', () => {
  expect(filledNames({ en: ' Backup ', de: ' ' })).toEqual({ en: 'Backup' })
})
