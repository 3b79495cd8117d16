import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '@shared/ui/form/FileField'
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
          data-autofocus
          aria-label={t('proof.code')}
          description={t('proof.codeHint')}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          error={codeError}
        />
      ) : (
        <FileField
          label={t('proof.file')}
          hint={t('proof.fileHint')}
          accept=".key"
          file={value.file}
          error={fileError}
          onChange={(file) => onChange({ ...value, file })}
        />
      )}
    </Stack>
  )
}
