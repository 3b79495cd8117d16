import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { Notice } from '@shared/ui/Notice'

interface SaveDialogProps {
  title: string
  wide?: boolean
  saving: { isPending: boolean; error: unknown }
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the list: saved as a whole, or told that somebody else was faster. */
export function SaveDialog({ title, wide, saving, onSave, onClose, children }: SaveDialogProps) {
  const { t } = useTranslation('catalogue')
  const overtaken = hasCode(saving.error, 'conflict')
  return (
    <Dialog opened title={title} wide={wide} onClose={onClose}>
      <DialogForm
        confirm={t('save')}
        busy={saving.isPending}
        error={overtaken ? null : saving.error}
        onSubmit={onSave}
        onCancel={onClose}
      >
        {children}
        {overtaken ? (
          <Notice tone="warning" title={t('conflict.title')}>
            {t('conflict.detail')}
          </Notice>
        ) : null}
      </DialogForm>
    </Dialog>
  )
}
