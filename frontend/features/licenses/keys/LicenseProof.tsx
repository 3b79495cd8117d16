import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { FileKey2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { DropArea } from '@shared/ui/DropArea'
import { Segments } from '@shared/ui/Segments'
import { ActivationCodeInput } from './ActivationCodeInput'

export type ProofKind = 'code' | 'file'

export interface LicenseProofValue {
  kind: ProofKind
  code: string
  file: File | null
}

interface LicenseProofProps {
  value: LicenseProofValue
  onChange: (value: LicenseProofValue) => void
  codeError?: ReactNode
  fileError?: ReactNode
}

/** An activation code or a key file: one of the two shows the right to a license. */
export function LicenseProof({ value, onChange, codeError, fileError }: LicenseProofProps) {
  const { t } = useTranslation('licenses')
  return (
    <Stack gap="xs">
      <Segments<ProofKind>
        fill
        label={t('proof.label')}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={[
          { value: 'code', label: t('proof.code') },
          { value: 'file', label: t('proof.file') },
        ]}
      />
      {value.kind === 'code' ? (
        <ActivationCodeInput
          aria-label={t('proof.code')}
          description={t('proof.codeHint')}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          error={codeError}
        />
      ) : value.file ? (
        <ChosenFile
          file={value.file}
          error={fileError}
          onRemove={() => onChange({ ...value, file: null })}
        />
      ) : (
        <DropArea
          label={t('proof.file')}
          accept=".key"
          error={fileError}
          hint={t('proof.fileHint')}
          onFiles={([file]) => onChange({ ...value, file: file ?? null })}
        />
      )}
    </Stack>
  )
}

interface ChosenFileProps {
  file: File
  error?: ReactNode
  onRemove: () => void
}

function ChosenFile({ file, error, onRemove }: ChosenFileProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        <FileKey2 size={18} aria-hidden />
        <Text style={{ flex: 1, overflowWrap: 'anywhere' }}>
          {file.name} · {format.bytes(file.size)}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={t('file.remove', { name: file.name })}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {error ? (
        <Text c="var(--mantine-color-error)" size="xs" role="alert">
          {error}
        </Text>
      ) : null}
    </div>
  )
}
