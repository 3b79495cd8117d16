import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from './Dialog'
import { DialogFoot } from './DialogFoot'

interface ConfirmDialogProps {
  opened: boolean
  title: string
  confirmLabel: string
  danger?: boolean
  /** Until something has been ticked or filled in. */
  disabled?: boolean
  busy: boolean
  error?: unknown
  onConfirm: () => void
  onCancel: () => void
  children: ReactNode
}

/** Asks before what can't be undone; the harmless answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, confirmLabel, children, ...foot } = props
  return (
    <Dialog opened={opened} title={title} onClose={props.onCancel}>
      <Stack gap="md">
        <div>{children}</div>
        <DialogFoot confirm={confirmLabel} {...foot} />
      </Stack>
    </Dialog>
  )
}
