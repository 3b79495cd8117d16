import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import { Dialog } from '@shared/ui/Dialog'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'

interface SaveDialogProps {
  title: string
  wide?: boolean
  busy: boolean
  error: unknown
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the list: saved as a whole, or told that somebody else was faster. */
export function SaveDialog(props: SaveDialogProps) {
  const { t } = useTranslation(['catalogue', 'common'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSave()
  }
  return (
    <Dialog opened title={props.title} wide={props.wide} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {props.children}
          {hasCode(props.error, 'conflict') ? (
            <Notice tone="warning" title={t('conflict.title')}>
              {t('conflict.detail')}
            </Notice>
          ) : props.error ? (
            <Problem error={props.error} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={props.busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
