// @vitest-environment jsdom
import { useInfiniteQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { NetworkError } from '@shared/api/problem'
import { renderPart } from '../../tests/render'
import { Pages } from './Pages'
import { Row, Rows } from './Rows'

interface Page {
  items: string[]
  next: string | null
}

function List({ read, title }: { read: (place: string) => Promise<Page>; title?: string }) {
  const list = useInfiniteQuery({
    queryKey: ['list'],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: 'first',
    getNextPageParam: (page) => page.next,
    retry: false,
  })
  return (
    <Pages list={list} title={title} empty={<p>nothing</p>}>
      {(items) => (
        <Rows>
          {items.map((item) => (
            <Row key={item}>{item}</Row>
          ))}
        </Rows>
      )}
    </Pages>
  )
}

const more = () => screen.findByRole('button', { name: 'Show more' })

it('says where the next page could not be read, and reads it at the next try', async () => {
  let down = true
  const read = (place: string): Promise<Page> => {
    if (place === 'first') return Promise.resolve({ items: ['one'], next: 'second' })
    if (down) return Promise.reject(new NetworkError('down'))
    return Promise.resolve({ items: ['two'], next: null })
  }
  const { user } = await renderPart(<List read={read} />)
  await user.click(await more())
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByText('one')).toBeTruthy()
  down = false
  await user.click(await more())
  expect(await screen.findByText('two')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('offers the next page where filters left nothing of the first', async () => {
  const read = (place: string): Promise<Page> =>
    Promise.resolve(
      place === 'first' ? { items: [], next: 'second' } : { items: ['two'], next: null },
    )
  const { user } = await renderPart(<List read={read} />)
  await user.click(await more())
  expect(await screen.findByText('two')).toBeTruthy()
})

it('says that there is nothing only once all was looked through', async () => {
  await renderPart(<List read={() => Promise.resolve({ items: [], next: null })} />)
  expect(await screen.findByText('nothing')).toBeTruthy()
})

it('says which list is being read, and which could not be', async () => {
  let fail: (error: Error) => void = () => undefined
  const begun = new Promise<Page>((_, reject) => {
    fail = reject
  })
  await renderPart(<List title="Devices" read={() => begun} />)
  expect(screen.getByRole('heading', { name: 'Devices' })).toBeTruthy()
  fail(new NetworkError('down'))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Devices' })).toBeTruthy()
})
