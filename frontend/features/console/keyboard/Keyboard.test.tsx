// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPart } from '../../../tests/render'
import { Keyboard, useKeyboard, useShortcuts } from './Keyboard'

const outer = vi.fn()
const inner = vi.fn()

beforeEach(() => {
  localStorage.clear()
  vi.clearAllMocks()
})

function Outer() {
  useShortcuts({ next: outer, goMine: outer })
  return null
}

function Inner() {
  useShortcuts({ next: inner })
  const { setLetters } = useKeyboard()
  return (
    <>
      <input aria-label="text" />
      <button onClick={() => setLetters(false)}>off</button>
    </>
  )
}

const open = () =>
  renderPart(
    <Keyboard>
      <Outer />
      <Inner />
    </Keyboard>,
  )

it('gives a key to the part drawn last', async () => {
  const { user } = await open()
  await user.keyboard('j')
  expect(inner).toHaveBeenCalledOnce()
  expect(outer).not.toHaveBeenCalled()
})

it('takes two keys in a row', async () => {
  const { user } = await open()
  await user.keyboard('gm')
  expect(outer).toHaveBeenCalledOnce()
})

it('leaves keys alone that are typed into a field, or belong to the browser', async () => {
  const { user } = await open()
  await user.type(screen.getByLabelText('text'), 'j')
  await user.keyboard('{Control>}j{/Control}')
  expect(inner).not.toHaveBeenCalled()
})

it('can be switched off, and stays so (WCAG 2.1.4)', async () => {
  const { user, unmount } = await open()
  await user.click(screen.getByText('off'))
  await user.keyboard('j')
  unmount()
  await (await open()).user.keyboard('j')
  expect(inner).not.toHaveBeenCalled()
})
