import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { Dialog } from '@shared/ui/Dialog'
import { DialogFoot } from '@shared/ui/DialogFoot'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { FileField } from '@shared/ui/form/FileField'
import { NumberField } from '@shared/ui/form/NumberField'
import { Notice } from '@shared/ui/Notice'
import { Segments } from '@shared/ui/Segments'
import { type LeaseKind, useLease } from './use-lease'

interface LeaseDialogProps {
  opened: boolean
  license: LicenseDetails
  mostDays: number
  onClose: () => void
  onLeased: () => void
}

/** An offline lease: the request that a device wrote on a stick, or its fingerprint, and a time. */
export function LeaseDialog({ opened, onClose, ...form }: LeaseDialogProps) {
  const { t } = useTranslation('devices')
  return (
    <Dialog opened={opened} title={t('lease.title')} onClose={onClose}>
      <LeaseForm {...form} onClose={onClose} />
    </Dialog>
  )
}

function LeaseForm({ license, mostDays, onClose, onLeased }: Omit<LeaseDialogProps, 'opened'>) {
  const { t } = useTranslation('devices')
  const form = useLease(license.id, onLeased)
  const { kind, days } = form.values
  if (form.leased) return <Leased name={form.leased.name} onClose={onClose} />
  return (
    <DialogForm
      confirm={t('lease.submit')}
      busy={form.sending}
      error={form.problem}
      onSubmit={form.submit}
      onCancel={onClose}
    >
      <p style={{ margin: 0 }}>{t('lease.detail')}</p>
      <Segments<LeaseKind>
        fill
        label={t('lease.how')}
        value={kind}
        onChange={(chosen) => form.set({ kind: chosen })}
        options={[
          { value: 'file', label: t('lease.file') },
          { value: 'device', label: t('lease.device') },
        ]}
      />
      <LeasedDevice form={form} />
      <NumberField
        label={t('lease.days')}
        description={t('lease.daysHint', { count: mostDays })}
        min={1}
        max={mostDays}
        value={days}
        error={form.errors.days}
        onChange={(typed) => form.set({ days: typed })}
      />
    </DialogForm>
  )
}

function LeasedDevice({ form }: { form: ReturnType<typeof useLease> }) {
  const { t } = useTranslation('devices')
  const { kind, file, device, name } = form.values
  return kind === 'file' ? (
    <FileField
      label={t('lease.file')}
      hint={t('lease.fileHint')}
      accept=".lease-request"
      file={file}
      error={form.errors.request_base64}
      onChange={(chosen) => form.set({ file: chosen })}
    />
  ) : (
    <>
      <TextInput
        label={t('lease.fingerprint')}
        description={t('lease.fingerprintHint')}
        value={device}
        error={form.errors.device}
        onChange={(event) => form.set({ device: event.currentTarget.value })}
      />
      <TextInput
        label={t('lease.name')}
        value={name}
        maxLength={100}
        error={form.errors.device_name}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
      />
    </>
  )
}

function Leased({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation(['devices', 'common'])
  return (
    <Stack gap="md">
      <Notice tone="success" title={t('lease.done.title', { name })}>
        {t('lease.done.detail')}
      </Notice>
      <DialogFoot confirm={t('common:close')} onConfirm={onClose} />
    </Stack>
  )
}
