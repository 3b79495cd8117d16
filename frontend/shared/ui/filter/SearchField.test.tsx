// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { renderPart } from '../../../tests/render'
import { SearchField } from './SearchField'

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'name' })

/** A page whose address follows when it is told to: loading a list takes time. */
function Page({ onFind, onSend }: { onFind: (text: string) => void; onSend?: () => void }) {
  const [wanted, setWanted] = useState('')
  const [value, setValue] = useState('')
  const find = (text: string) => {
    setWanted(text)
    onFind(text)
  }
  return (
    <form onSubmit={onSend}>
      <SearchField label="name" value={value} onFind={find} />
      <button type="button" onClick={() => setValue(wanted)}>
        arrive
      </button>
      <button type="button" onClick={() => setValue('')}>
        clear
      </button>
    </form>
  )
}

it('finds once the person pauses', async () => {
  const onFind = vi.fn()
  const { user } = await renderPart(<Page onFind={onFind} />)
  await user.type(field(), ' oster ')
  await waitFor(() => expect(onFind).toHaveBeenLastCalledWith('oster'))
})

it('finds at once on Enter, and sends no form', async () => {
  const onFind = vi.fn()
  const onSend = vi.fn()
  const { user } = await renderPart(<Page onFind={onFind} onSend={onSend} />)
  await user.type(field(), 'oster{Enter}')
  expect(onFind).toHaveBeenLastCalledWith('oster')
  expect(onSend).not.toHaveBeenCalled()
})

it('keeps what was typed on while the page was still loading', async () => {
  const { user } = await renderPart(<Page onFind={() => undefined} />)
  await user.type(field(), 'o{Enter}')
  await user.type(field(), 'ster')
  await user.click(screen.getByRole('button', { name: 'arrive' }))
  expect(field().value).toBe('oster')
})

it('follows what changes elsewhere', async () => {
  const { user } = await renderPart(<Page onFind={() => undefined} />)
  await user.type(field(), 'oster{Enter}')
  await user.click(screen.getByRole('button', { name: 'arrive' }))
  await user.click(screen.getByRole('button', { name: 'clear' }))
  expect(field().value).toBe('')
})
