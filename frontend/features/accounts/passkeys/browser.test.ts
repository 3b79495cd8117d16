import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from './browser'

it('writes and reads base64url for bytes of every value', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
  const text = toBase64(bytes.buffer)
  expect(text).toMatch(/^[\w-]+$/)
  expect(fromBase64(text)).toEqual(bytes)
})
