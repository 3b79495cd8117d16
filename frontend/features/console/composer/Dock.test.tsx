// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffTicket } from '@shared/api/staff-types'
import { renderPart } from '../../../tests/render'
import { Keyboard } from '../keyboard/Keyboard'
import { Dock } from './Dock'

/** The network, as far as these tests need it; set before the client takes `fetch` for its own. */
const network = vi.hoisted(() => {
  const state = { answers: [] as (() => Response)[], sent: [] as Request[] }
  globalThis.fetch = async (input) => {
    const request = input as Request
    if (request.method === 'GET') return Response.json({ items: [] })
    state.sent.push(request.clone())
    const answer = state.answers.shift()
    if (!answer) throw new TypeError('no answer')
    return answer()
  }
  return state
})

const ticket = {
  id: 't1',
  status: 'in_progress',
  moves: ['answer', 'question', 'solution', 'note', 'assign', 'close'],
  can: { reply: true, close: true },
  recipients: [{ name: 'Petra Schäfer', email: 'petra@baumann.example' }],
} as unknown as StaffTicket

const accepted = () => Response.json({ message_id: 'm', status: 'in_progress' }, { status: 201 })
const refused = (status: number, code: string, detail: string) => () =>
  new Response(JSON.stringify({ title: '', status, code, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

beforeEach(() => {
  sessionStorage.clear()
  network.answers = []
  network.sent = []
})

async function open() {
  const onSent = vi.fn()
  const part = (shown: StaffTicket) => (
    <Keyboard>
      <Dock ticket={shown} arrived={0} onShowArrived={vi.fn()} guard={() => null} onSent={onSent} />
    </Keyboard>
  )
  return { ...(await renderPart(part(ticket))), onSent }
}

describe('before sending', () => {
  it('shows who receives a message and the status after it (NOT-5, REQ-8)', async () => {
    const { user } = await open()
    await user.keyboard('i')
    expect(screen.getByText('<petra@baumann.example>')).toBeTruthy()
    expect(screen.getByText('In progress')).toBeTruthy()
    expect(screen.getByText('Awaiting customer')).toBeTruthy()
    await user.click(screen.getByLabelText('Answer'))
    expect(screen.queryByText('Awaiting customer')).toBeNull()
  })

  it('says that a note goes to nobody (STF-3)', async () => {
    const { user } = await open()
    await user.keyboard('n')
    expect(screen.getByText('Only visible to staff. Nobody gets an e-mail.')).toBeTruthy()
    expect(screen.queryByText('<petra@baumann.example>')).toBeNull()
  })

  it('asks for a text instead of sending nothing', async () => {
    const { user } = await open()
    await user.keyboard('r')
    await user.click(screen.getByRole('button', { name: 'Send answer' }))
    expect(screen.getByText('Please fill this in.')).toBeTruthy()
    expect(network.sent).toHaveLength(0)
  })
})

describe('sending', () => {
  it('sends once, however often the button is pressed', async () => {
    network.answers = [accepted, accepted]
    const { user, onSent } = await open()
    await user.keyboard('r')
    await user.keyboard('Hello')
    await user.dblClick(screen.getByRole('button', { name: 'Send answer' }))
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce())
    expect(network.sent).toHaveLength(1)
    expect(await network.sent[0]!.json()).toEqual({ kind: 'answer', text: 'Hello', files: [] })
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('sends the same message with the same key after a lost answer', async () => {
    const { user, onSent } = await open()
    await user.keyboard('r')
    await user.keyboard('Hello')
    await user.click(screen.getByRole('button', { name: 'Send answer' }))
    await screen.findByText('No connection')
    network.answers = [accepted]
    await user.click(screen.getByRole('button', { name: 'Send answer' }))
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce())
    const keys = network.sent.map((request) => request.headers.get('Idempotency-Key'))
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })

  it('keeps the text when the request has changed meanwhile, to be sent again', async () => {
    network.answers = [refused(409, 'request_over', 'This request is closed.')]
    const { user, onSent } = await open()
    await user.keyboard('s')
    await user.keyboard('Restart it')
    await user.click(screen.getByRole('button', { name: 'Send solution' }))
    expect(await screen.findByText('This request is closed.')).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Restart it')
    expect(onSent).not.toHaveBeenCalled()
    network.answers = [accepted]
    await user.click(screen.getByRole('button', { name: 'Send solution' }))
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce())
  })
})

describe('a draft', () => {
  it('outlives the page, with its kind', async () => {
    const first = await open()
    await first.user.keyboard('n')
    await first.user.keyboard('Known since 12.4')
    first.unmount()
    await open()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Known since 12.4')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Internal note' }).checked).toBe(
      true,
    )
  })

  it('is not discarded without asking', async () => {
    const { user } = await open()
    await user.keyboard('r')
    await user.keyboard('Hello')
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(await screen.findByText('Discard the draft?')).toBeTruthy()
    expect(screen.getByText('Hello')).toBeTruthy()
  })
})
