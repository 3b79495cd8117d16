import { expect, it } from 'vitest'
import { keyForIntent } from './intent'

it('has one key for the same content of one intent, however often it is sent', async () => {
  const first = await keyForIntent('intent', { subject: 'a' })
  expect(await keyForIntent('intent', { subject: 'a' })).toBe(first)
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('has another key for other content, and for another intent', async () => {
  const key = await keyForIntent('intent', { subject: 'a' })
  expect(await keyForIntent('intent', { subject: 'b' })).not.toBe(key)
  expect(await keyForIntent('other', { subject: 'a' })).not.toBe(key)
})
