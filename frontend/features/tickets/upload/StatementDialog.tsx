import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import classes from './Upload.module.css'

export interface DataStatement {
  accepted: boolean
  accept: (version: string) => Promise<unknown>
}

interface StatementDialogProps {
  opened: boolean
  statement: DataStatement
  onAccepted: () => void
  onCancel: () => void
}

/** The vendor's statement on providing data, accepted once; version and time are stored. */
export function StatementDialog({ opened, statement, onAccepted, onCancel }: StatementDialogProps) {
  const { t } = useTranslation('tickets')
  const { data_statement: offered } = useConfig()
  const accepting = useMutation({
    mutationFn: () => statement.accept(offered.version),
    onSuccess: onAccepted,
  })
  return (
    <ConfirmDialog
      opened={opened}
      title={t('upload.statement.title')}
      confirmLabel={t('upload.statement.accept')}
      busy={accepting.isPending}
      error={accepting.error}
      onConfirm={() => accepting.mutate()}
      onCancel={onCancel}
    >
      <div className={classes.statement}>{offered.text}</div>
    </ConfirmDialog>
  )
}
