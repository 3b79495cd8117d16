import { expect, it } from 'vitest'
import { fromBase64, toBase64, wholeTable } from './files'

it('keeps every byte on the way there and back', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256)
  const back = fromBase64(await toBase64(new Blob([bytes])))
  expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
})

it('makes one table of all parts, in their order', async () => {
  const parts = { first: 'a\n', second: 'b\n', third: 'c\n' }
  const next = { first: 'second', second: 'third', third: null }
  const table = await wholeTable((cursor = 'first') => {
    const name = cursor as keyof typeof parts
    return Promise.resolve({ csv: parts[name], next_cursor: next[name] })
  })
  expect(await table.text()).toBe('a\nb\nc\n')
  expect([...new Uint8Array(await table.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
})
