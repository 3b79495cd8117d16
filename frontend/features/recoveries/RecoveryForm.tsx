import { Button, Input, Stack, Textarea } from '@mantine/core'
import { Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LicenseProof } from '@features/licenses/keys/LicenseProof'
import type { DataStatement } from '@features/tickets/upload/StatementDialog'
import { customersUploads } from '@features/tickets/upload/upload-api'
import { UploadField } from '@features/tickets/upload/UploadField'
import { type Uploads, useUploads } from '@features/tickets/upload/use-uploads'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Panel } from '@shared/ui/Panel'
import { useRecoveryForm } from './use-recovery-form'

interface RecoveryFormProps {
  statement: DataStatement
  guard: (uploads: Uploads) => ReactNode
  onAsked: () => void
}

/** Asks for the ownership of the company that holds the license (COM-10). */
export function RecoveryForm({ statement, guard, onAsked }: RecoveryFormProps) {
  const { t } = useTranslation('recovery')
  const uploads = useUploads({
    api: customersUploads,
    ticketId: null,
    slot: 'recovery',
    application: true,
  })
  const form = useRecoveryForm(uploads, onAsked)
  return (
    <Panel title={t('form.title')}>
      <form onSubmit={(event) => void form.submit(event)} noValidate>
        {guard(uploads)}
        <Stack gap="md">
          <FormProblem error={form.problem} />
          <Input.Wrapper
            label={t('form.license')}
            description={t('form.licenseHint')}
            labelElement="div"
          >
            <div style={{ marginTop: '0.5rem' }}>
              <LicenseProof
                value={form.proof}
                onChange={form.changeProof}
                codeError={form.errors.activation_code}
                fileError={form.errors.key_file}
              />
            </div>
          </Input.Wrapper>
          <Input.Wrapper
            label={t('form.application')}
            description={t('form.applicationHint')}
            labelElement="div"
            error={form.errors.file}
          >
            <div style={{ marginBlock: '0.5rem' }}>
              <UploadField uploads={uploads} statement={statement} application />
            </div>
          </Input.Wrapper>
          <Words value={form.words} error={form.errors.words} onChange={form.changeWords} />
          <Button
            type="submit"
            loading={form.asking}
            leftSection={<Send size={15} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('form.submit')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}

interface WordsProps {
  value: string
  error?: string
  onChange: (words: string) => void
}

function Words({ value, error, onChange }: WordsProps) {
  const { t } = useTranslation('recovery')
  return (
    <Textarea
      autosize
      minRows={3}
      maxLength={2000}
      label={t('form.words')}
      description={t('form.wordsHint')}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
