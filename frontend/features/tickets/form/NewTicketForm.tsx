import { Button, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketForm } from '@shared/api/types'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Panel } from '@shared/ui/Panel'
import { customersUploads } from '../upload/upload-api'
import type { DataStatement } from '../upload/StatementDialog'
import { UploadField } from '../upload/UploadField'
import type { Uploads } from '../upload/use-uploads'
import { useUploads } from '../upload/use-uploads'
import classes from './NewTicket.module.css'
import { ProductFields, TopicFields } from './ProductFields'
import { TextFields } from './TextFields'
import { Tips } from './Tips'
import { NEW_TICKET_SLOT, useNewTicket } from './use-new-ticket'

interface NewTicketFormProps {
  form: TicketForm
  statement: DataStatement
  /** A closed request that this one goes on from, and how it is shown. */
  related: { id: string; shown: ReactNode } | null
  onOpened: (ticket: { id: string; number: string }) => void
  /** Told when leaving the page would stop an upload, and when it no longer would. */
  guard: (uploads: Uploads) => ReactNode
}

export function NewTicketForm({ form, statement, related, onOpened, guard }: NewTicketFormProps) {
  const { t } = useTranslation('tickets')
  const uploads = useUploads({ api: customersUploads, ticketId: null, slot: NEW_TICKET_SLOT })
  const relatedTicketId = related?.id ?? null
  const ticket = useNewTicket({ form, uploads, relatedTicketId, onOpened })
  const fields = { form, values: ticket.values, errors: ticket.errors, onChange: ticket.change }
  return (
    <form onSubmit={ticket.submit} noValidate className={classes.form}>
      {guard(uploads)}
      <Stack gap="lg">
        <FormProblem error={ticket.problem} />
        {related?.shown}
        <Panel title={t('form.section.product')}>
          <Stack gap="md">
            <ProductFields {...fields} />
            <TopicFields {...fields} />
          </Stack>
        </Panel>
        <Panel title={t('form.section.text')}>
          <div className={classes.withTips}>
            <Stack gap="sm">
              <TextFields {...fields} />
            </Stack>
            <Tips tips={form.tips} />
          </div>
        </Panel>
        <Panel title={t('upload.label')}>
          <UploadField uploads={uploads} statement={statement} />
          {ticket.errors.files ? (
            <Text c="var(--mantine-color-error)" size="sm" mt="xs" role="alert">
              {ticket.errors.files}
            </Text>
          ) : null}
        </Panel>
        <div className={classes.send}>
          <Text size="sm" c="dimmed">
            {t('form.kept')}
          </Text>
          <Button type="submit" size="md" loading={ticket.sending}>
            {t('form.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
