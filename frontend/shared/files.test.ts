import { expect, it } from 'vitest'
import { fromBase64, tablePart, toBase64, wholeTable } from './files'

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

it('tells how many lines have come, without the heading', async () => {
  const parts = ['name\r\na\r\nb\r\n', '', 'c\r\n']
  const told: number[] = []
  await wholeTable(
    (cursor = '0') => {
      const place = Number(cursor)
      const next = place + 1 < parts.length ? String(place + 1) : null
      return Promise.resolve({ csv: parts[place] ?? '', next_cursor: next })
    },
    (lines) => told.push(lines),
  )
  expect(told).toEqual([2, 2, 3])
})

it('reads from a header where a table goes on', async () => {
  const response = new Response('a\r\n', { headers: { 'X-Next-Cursor': 'there' } })
  const part = await tablePart(Promise.resolve({ data: 'a\r\n', response }))
  expect(part).toEqual({ csv: 'a\r\n', next_cursor: 'there' })
  const last = await tablePart(Promise.resolve({ data: '', response: new Response('') }))
  expect(last.next_cursor).toBeNull()
})
