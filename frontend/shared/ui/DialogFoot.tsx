import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormProblem } from './form/FormProblem'

export interface DialogFootProps {
  confirm: string
  danger?: boolean
  /** Until something has been ticked or filled in. */
  disabled?: boolean
  busy?: boolean
  /** What concerns no field. */
  error?: unknown
  /** Missing where the button sends a form. */
  onConfirm?: () => void
  /** Missing where there is no other way than on. */
  onCancel?: () => void
}

/** Where a dialog ends: what went wrong, and what can be done now. */
export function DialogFoot(props: DialogFootProps) {
  const { t } = useTranslation('common')
  const { onConfirm, onCancel } = props
  return (
    <>
      <FormProblem error={props.error} />
      <Group justify="flex-end" gap="xs">
        {onCancel ? (
          // Where nothing is filled in, the harmless answer has the focus.
          <Button
            variant="default"
            onClick={onCancel}
            data-autofocus={onConfirm ? true : undefined}
          >
            {t('cancel')}
          </Button>
        ) : null}
        <Button
          type={onConfirm ? 'button' : 'submit'}
          color={props.danger ? 'red.8' : undefined}
          loading={props.busy}
          disabled={props.disabled}
          onClick={onConfirm}
          data-autofocus={onConfirm && !onCancel ? true : undefined}
        >
          {props.confirm}
        </Button>
      </Group>
    </>
  )
}
