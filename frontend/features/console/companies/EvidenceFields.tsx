import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Problem } from '@shared/ui/Problem'
import { type Evidence, evidenceFiles } from './keeping'

interface EvidenceFieldsProps {
  companyId: string
  value: Evidence
  onChange: (evidence: Evidence) => void
  /** What the server said of the two, by `evidence.number` and `evidence.file_id`. */
  errors: Record<string, string>
}

/** The official application: a request of the company, and which of its files it is (STF-8). */
export function EvidenceFields({ companyId, value, onChange, errors }: EvidenceFieldsProps) {
  const { t } = useTranslation('customers')
  const finding = useMutation({
    mutationFn: () => evidenceFiles(companyId, value.number.trim()),
    onSuccess: ({ files }) => onChange({ ...value, file_id: files.at(-1)?.id ?? '' }),
  })
  const found = sortErrors(finding.error, ['number'])
  const find = () => {
    if (value.number.trim()) finding.mutate()
  }
  const files = finding.data?.files ?? []
  return (
    <>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t('evidence.number')}
          description={t('evidence.numberHint')}
          value={value.number}
          error={found.fields.number ?? errors['evidence.number']}
          onChange={({ currentTarget }) => {
            finding.reset()
            onChange({ number: currentTarget.value, file_id: '' })
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            find()
          }}
        />
        <Button
          variant="default"
          disabled={!value.number.trim()}
          loading={finding.isPending}
          onClick={find}
        >
          {t('evidence.find')}
        </Button>
      </Group>
      {found.rest ? <Problem error={found.rest} /> : null}
      <NativeSelect
        label={t('evidence.file')}
        value={value.file_id}
        disabled={files.length === 0}
        error={
          finding.isSuccess && files.length === 0 ? t('evidence.none') : errors['evidence.file_id']
        }
        data={[
          { value: '', label: t('evidence.noFile') },
          ...files.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => onChange({ ...value, file_id: currentTarget.value })}
      />
    </>
  )
}
