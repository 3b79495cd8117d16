import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteServerTime, serverNow } from './clock'

const NOON = Date.parse('2026-11-22T12:00:00Z')

beforeEach(() => void vi.useFakeTimers({ now: NOON }))
afterEach(() => {
  noteServerTime(new Date().toUTCString())
  vi.useRealTimers()
})

it('follows a server whose clock is far from this one', () => {
  noteServerTime('Mon, 30 Nov 2026 12:00:00 GMT')
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-30T12:00:00.000Z')
})

it('keeps this clock where the two agree, or where nothing was told', () => {
  noteServerTime('Sun, 22 Nov 2026 11:59:58 GMT')
  expect(serverNow()).toBe(NOON)
  noteServerTime(null)
  noteServerTime('soon')
  expect(serverNow()).toBe(NOON)
})
