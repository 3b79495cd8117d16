import { describe, expect, it } from 'vitest'
import { localOf, momentOf } from './local-time'

const BERLIN = 'Europe/Berlin'

describe('a time of a form is read in the zone that the page shows times in', () => {
  it.each([
    ['2026-11-22T17:40', BERLIN, '2026-11-22T16:40:00.000Z'],
    ['2026-07-01T00:00', BERLIN, '2026-06-30T22:00:00.000Z'],
    ['2026-11-22T17:40', 'Asia/Kolkata', '2026-11-22T12:10:00.000Z'],
    ['2026-11-22T17:40', 'America/St_Johns', '2026-11-22T21:10:00.000Z'],
    ['2026-11-22T17:40', 'UTC', '2026-11-22T17:40:00.000Z'],
  ])('%s in %s', (local, zone, moment) => {
    expect(momentOf(local, zone)).toBe(moment)
    expect(localOf(moment, zone)).toBe(local)
  })

  it('takes the next hour for one that clocks skip', () => {
    expect(momentOf('2026-03-29T02:30', BERLIN)).toBe('2026-03-29T01:30:00.000Z')
  })

  it('takes the first of an hour that clocks show twice', () => {
    expect(momentOf('2026-10-25T02:30', BERLIN)).toBe('2026-10-25T00:30:00.000Z')
  })

  it.each(['', 'tomorrow', '2026-13-01T00:00'])('%j is no time', (local) => {
    expect(momentOf(local, BERLIN)).toBeNull()
  })
})
