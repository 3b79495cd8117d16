// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { TicketMessage } from '@shared/api/types'
import { renderPart } from '../../../tests/render'
import { Conversation } from './Conversation'

const message = (id: string, text: string): TicketMessage => ({
  id,
  kind: 'message',
  author: { name: 'Petra Schäfer', role: 'customer' },
  text,
  created_at: '2026-11-22T10:00:00Z',
  files: [],
})
const show = (messages: TicketMessage[]) =>
  renderPart(<Conversation messages={messages} history={[]} addressOf={async () => ''} />)

it('shows what people write as text, whatever it looks like', async () => {
  await show([message('1', '<img src=x onerror="alert(1)"> javascript:alert(1)')])
  expect(screen.getByText(/<img src=x/)).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
  expect(document.querySelector('article a')).toBeNull()
})

it('REQ-10: folds a long conversation, and shows the whole of it', async () => {
  const { user } = await show(Array.from({ length: 12 }, (_, i) => message(`${i}`, `text ${i}`)))
  const list = screen.getByRole('list', { name: 'Conversation' })
  expect(within(list).queryByText('text 5')).toBeNull()
  await user.click(screen.getByRole('button', { name: /whole conversation \(8 more/ }))
  expect(within(list).getAllByRole('article')).toHaveLength(12)
})

it('REQ-4: offers to download only what the scan has let go', async () => {
  const file = (id: string, scan: 'clean' | 'pending' | 'infected' | 'unscannable') => ({
    id,
    name: `${scan}.log`,
    size: 10,
    sha256: null,
    scan,
  })
  const files = [
    file('1', 'clean'),
    file('2', 'pending'),
    file('3', 'infected'),
    file('4', 'unscannable'),
  ]
  await show([{ ...message('1', 'see the files'), files }])
  expect(screen.getAllByRole('button', { name: /^Download/ })).toHaveLength(1)
  expect(screen.getByRole('button', { name: 'Download clean.log' })).toBeTruthy()
})
