import { describe, expect, it } from 'vitest'
import { daysUntil, formatAge, formatBytes, formatDay, formatDuration } from './format'

const NOW = Date.parse('2026-11-22T12:00:00Z')
/** Intl sets narrow and non-breaking spaces as it likes. */
const plain = (text: string) => text.replace(/\s/gu, ' ')

describe('formatBytes', () => {
  it.each([
    [0, 'de', '0 Byte'],
    [1023, 'en', '1,023 bytes'],
    [1024, 'en', '1 kB'],
    [5 * 1024 ** 2, 'en', '5 MB'],
    [4 * 1024 ** 3, 'de', '4 GB'],
    [1.5 * 1024 ** 3, 'de', '1,5 GB'],
  ])('%i in %s', (bytes, language, text) => {
    expect(plain(formatBytes(bytes, language))).toBe(text)
  })
})

it('writes a day as the same day in every zone', () => {
  expect(formatDay('2026-12-31', 'de')).toBe('31.12.2026')
  expect(formatDay('2026-12-31', 'en-GB')).toBe('31 Dec 2026')
})

it('counts whole days until a day', () => {
  const today = new Date(NOW)
  const iso = (offset: number) =>
    new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + offset))
      .toISOString()
      .slice(0, 10)
  expect([daysUntil(iso(0), NOW), daysUntil(iso(1), NOW), daysUntil(iso(-3), NOW)]).toEqual([
    0, 1, -3,
  ])
})

it('says how long ago, and the date once that says more', () => {
  expect(plain(formatAge('2026-11-22T11:55:00Z', NOW, 'en'))).toBe('5 minutes ago')
  expect(formatAge('2026-11-21T12:00:00Z', NOW, 'de')).toBe('gestern')
  expect(formatAge('2026-11-01T12:00:00Z', NOW, 'de')).toBe('01.11.2026')
})

it.each([
  [0.2, '1 second'],
  [45, '45 seconds'],
  [600, '10 minutes'],
  [7200, '2 hours'],
])('rounds %d seconds as a person would', (seconds, text) => {
  expect(plain(formatDuration(seconds, 'en'))).toBe(text)
})
