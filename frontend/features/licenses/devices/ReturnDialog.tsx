import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@shared/api/client'
import type { LicenseDetails } from '@shared/api/types'
import { Dialog } from '@shared/ui/Dialog'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { MOST_BYTES, toBase64 } from './save'
import { StickFile } from './StickFile'

interface ReturnDialogProps {
  opened: boolean
  license: LicenseDetails
  onClose: () => void
  onReturned: () => void
}

/** Gives the seat of an offline lease back, by the receipt that its device wrote. */
export function ReturnDialog({ opened, onClose, ...form }: ReturnDialogProps) {
  const { t } = useTranslation('devices')
  return (
    <Dialog opened={opened} title={t('return.title')} onClose={onClose}>
      <ReturnForm {...form} onClose={onClose} />
    </Dialog>
  )
}

function ReturnForm({ license, onClose, onReturned }: Omit<ReturnDialogProps, 'opened'>) {
  const { t } = useTranslation(['devices', 'common'])
  const [file, setFile] = useState<File | null>(null)
  const [gap, setGap] = useState<string>()
  const returning = useMutation({
    mutationFn: async (receipt: File) =>
      answer(
        api.POST('/api/licenses/{license_id}/lease-returns', {
          params: { path: { license_id: license.id } },
          body: { receipt_base64: await toBase64(receipt) },
        }),
      ),
    onSuccess: () => {
      onReturned()
      onClose()
    },
    onError: focusFirstError,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!file) setGap(t('gap.missing'))
    else if (file.size > MOST_BYTES) setGap(t('gap.tooBig'))
    else returning.mutate(file)
  }
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setGap(undefined)
    returning.reset()
  }
  const refused = sortErrors(returning.error, ['receipt_base64'])
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={refused.rest} />
        <p style={{ margin: 0 }}>{t('return.detail')}</p>
        <StickFile
          label={t('return.file')}
          hint={t('return.fileHint')}
          accept=".lease-receipt"
          file={file}
          error={gap ?? refused.fields.receipt_base64}
          onChange={choose}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={returning.isPending}>
            {t('return.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
