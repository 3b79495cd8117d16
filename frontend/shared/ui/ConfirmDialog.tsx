import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog'
import { Problem } from './Problem'

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
  const { t } = useTranslation('common')
  return (
    <Dialog opened={props.opened} title={props.title} onClose={props.onCancel}>
      <Stack gap="md">
        <div>{props.children}</div>
        {props.error ? <Problem error={props.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel} data-autofocus>
            {t('cancel')}
          </Button>
          <Button
            color={props.danger ? 'red.8' : undefined}
            loading={props.busy}
            disabled={props.disabled}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
