import { Button, Checkbox, Input, Stack, TextInput } from '@mantine/core'
import { Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { browsersZone, useZone } from '@shared/i18n/zone'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Panel } from '@shared/ui/Panel'
import { Segments } from '@shared/ui/Segments'
import type { DataStatement } from '../upload/StatementDialog'
import { customersUploads } from '../upload/upload-api'
import { UploadField } from '../upload/UploadField'
import { type Uploads, useUploads } from '../upload/use-uploads'
import { type ReportValues, useReport } from './use-report'

interface ReportCodeFormProps {
  licenseId: string
  statement: DataStatement
  guard: (uploads: Uploads) => ReactNode
  onSent: (ticket: { id: string; number: string }) => void
}

/** Asks to block a code that others know, at once or at a time (LIC-13). */
export function ReportCodeForm({ licenseId, statement, guard, onSent }: ReportCodeFormProps) {
  const { t } = useTranslation('life')
  const { limits } = useConfig()
  const slot = `report-${licenseId}`
  const uploads = useUploads({ api: customersUploads, ticketId: null, slot })
  const { values, change, submit, errors, problem, sending } = useReport({
    licenseId,
    uploads,
    onSent,
  })
  return (
    <Panel>
      <form onSubmit={submit} noValidate>
        {guard(uploads)}
        <Stack gap="md">
          <FormProblem error={problem} />
          <When values={values} error={errors.at} change={change} />
          <CountedTextarea
            label={t('report.what')}
            description={t('report.whatHint')}
            max={limits.text_chars}
            value={values.text}
            error={errors.text}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          />
          <Input.Wrapper
            label={t('report.application')}
            description={t('report.applicationHint')}
            error={errors.files}
          >
            <div style={{ marginTop: '0.35rem' }}>
              <UploadField uploads={uploads} statement={statement} />
            </div>
          </Input.Wrapper>
          <Checkbox
            label={t('report.handIn')}
            checked={values.later}
            onChange={({ currentTarget }) => change({ later: currentTarget.checked })}
          />
          <Button
            type="submit"
            loading={sending}
            leftSection={<Send size={15} aria-hidden />}
            style={{ justifySelf: 'end', alignSelf: 'flex-end' }}
          >
            {t('report.send')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}

interface WhenProps {
  values: ReportValues
  error?: string
  change: (some: Partial<ReportValues>) => void
}

function When({ values, error, change }: WhenProps) {
  const { t } = useTranslation('life')
  const zone = useZone() ?? browsersZone()
  return (
    <>
      <Input.Wrapper
        label={t('report.when')}
        labelElement="div"
        labelProps={{ style: { display: 'block' } }}
      >
        <Segments<'now' | 'later'>
          label={t('report.when')}
          value={values.when}
          onChange={(when) => change({ when })}
          options={[
            { value: 'now', label: t('report.now') },
            { value: 'later', label: t('report.later') },
          ]}
        />
      </Input.Wrapper>
      {values.when === 'later' ? (
        <TextInput
          type="datetime-local"
          maw="18rem"
          label={t('report.at')}
          description={t('report.atHint', { zone })}
          value={values.at}
          error={error}
          onChange={({ currentTarget }) => change({ at: currentTarget.value })}
        />
      ) : null}
    </>
  )
}
