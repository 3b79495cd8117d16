// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { renderPart } from '../../tests/render'
import { Dialog } from './Dialog'
import { DialogForm } from './form/DialogForm'

const show = (fields: ReactNode) =>
  renderPart(
    <Dialog opened title="Block" onClose={() => undefined}>
      <DialogForm confirm="Block it" onSubmit={() => undefined}>
        {fields}
      </DialogForm>
    </Dialog>,
  )

it('begins at the first field of its form', async () => {
  await show(<input aria-label="reason" />)
  expect(document.activeElement).toBe(screen.getByLabelText('reason'))
})

it('begins where it is told to', async () => {
  await show(
    <>
      <input aria-label="kind" type="radio" />
      <input aria-label="code" data-autofocus />
    </>,
  )
  expect(document.activeElement).toBe(screen.getByLabelText('code'))
})
