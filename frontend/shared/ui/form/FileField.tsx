import { ActionIcon, Group, Text } from '@mantine/core'
import { FileKey2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { DropArea } from '../DropArea'

interface FileFieldProps {
  label: string
  hint: string
  accept: string
  file: File | null
  error?: ReactNode
  onChange: (file: File | null) => void
}

/** One small file, sent along with a form. */
export function FileField({ label, hint, accept, file, error, onChange }: FileFieldProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  if (!file)
    return (
      <DropArea
        label={label}
        accept={accept}
        hint={hint}
        error={error}
        onFiles={([chosen]) => onChange(chosen ?? null)}
      />
    )
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
          onClick={() => onChange(null)}
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
