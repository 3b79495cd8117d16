import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { DialogFoot, type DialogFootProps } from '../DialogFoot'

interface DialogFormProps extends Omit<DialogFootProps, 'onConfirm'> {
  onSubmit: () => void
  children: ReactNode
}

/** Fields in a dialog, and what is done with them. */
export function DialogForm({ onSubmit, children, ...foot }: DialogFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // Enter sends a form also while its button can't be pressed.
        if (!foot.busy) onSubmit()
      }}
    >
      <Stack gap="md">
        {children}
        <DialogFoot {...foot} />
      </Stack>
    </form>
  )
}
