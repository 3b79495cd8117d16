// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useRef } from 'react'
import { expect, it, vi } from 'vitest'
import { renderPart } from '../../../tests/render'
import { focusedRow, useRowFocus } from './use-row-focus'

function List({ onEnd }: { onEnd: () => void }) {
  const list = useRef<HTMLDivElement>(null)
  useRowFocus(list, onEnd)
  return (
    <>
      <input aria-label="text" />
      <div ref={list} data-testid="list">
        {['a', 'b'].map((id) => (
          <div role="row" key={id} data-id={id}>
            <a href={`#${id}`}>{id}</a>
          </div>
        ))}
      </div>
    </>
  )
}

const row = () => focusedRow(screen.getByTestId('list'))

it('goes down and up with the arrow keys, and asks for more at the end (STF-2)', async () => {
  const onEnd = vi.fn()
  const { user } = await renderPart(<List onEnd={onEnd} />)
  await user.keyboard('{ArrowDown}')
  expect(row()).toBe('a')
  await user.keyboard('{ArrowDown}')
  expect(row()).toBe('b')
  await user.keyboard('{ArrowDown}')
  expect(row()).toBe('b')
  expect(onEnd).toHaveBeenCalledOnce()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(row()).toBe('a')
})

it('leaves the arrow keys to a field', async () => {
  const { user } = await renderPart(<List onEnd={vi.fn()} />)
  await user.click(screen.getByLabelText('text'))
  await user.keyboard('{ArrowDown}')
  expect(row()).toBeNull()
})
