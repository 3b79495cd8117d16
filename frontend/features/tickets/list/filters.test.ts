import { expect, it } from 'vitest'
import { isFiltered, ticketFiltersFrom, ticketQueryFrom } from './filters'

it('REQ-7: reads filters from the address', () => {
  const filters = ticketFiltersFrom({ author: 'me', view: 'waiting' })
  expect(ticketQueryFrom(filters)).toMatchObject({ author: 'me', waiting: true })
  expect(isFiltered(filters)).toBe(true)
})

it('lets a status stand alone', () => {
  expect(ticketFiltersFrom({ status: 'closed', view: 'waiting' }).view).toBeUndefined()
})

it.each([{ author: 'eve' }, { status: 'open' }, { view: 7 }, { cursor: 'x' }])(
  'ignores %j',
  (params) => {
    const filters = ticketFiltersFrom(params)
    expect(isFiltered(filters)).toBe(false)
    expect(ticketQueryFrom(filters)).toEqual({ author: 'all' })
  },
)
