import type { ComponentProps } from 'react'
import type { DeskLicense } from '@shared/api/staff-types'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'

/** What the dialog of each act gets. */
export interface ActDialogProps {
  license: DeskLicense
  onClose: () => void
}

interface ActFormProps extends Omit<ComponentProps<typeof DialogForm>, 'onCancel'> {
  title: string
  onClose: () => void
}

/** What the desk does with a license, and why. */
export function ActDialog({ title, onClose, ...form }: ActFormProps) {
  return (
    <Dialog opened title={title} onClose={onClose}>
      <DialogForm {...form} onCancel={onClose} />
    </Dialog>
  )
}
