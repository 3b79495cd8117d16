import { Button, Stack } from '@mantine/core'
import { Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import type { DataStatement } from '../upload/StatementDialog'
import { customersUploads } from '../upload/upload-api'
import { UploadField } from '../upload/UploadField'
import { type Uploads, useUploads } from '../upload/use-uploads'
import classes from './Request.module.css'
import { replySlot, useReply } from './use-reply'

interface ReplyFormProps {
  ticketId: string
  statement: DataStatement
  guard: (uploads: Uploads) => ReactNode
  /** Stands beside the send button: closing the request. */
  beside: ReactNode
}

export function ReplyForm({ ticketId, statement, guard, beside }: ReplyFormProps) {
  const { t } = useTranslation('tickets')
  const { limits } = useConfig()
  const uploads = useUploads({ api: customersUploads, ticketId, slot: replySlot(ticketId) })
  const reply = useReply(ticketId, uploads)
  return (
    <Panel title={t('reply.title')}>
      <form onSubmit={reply.submit} noValidate>
        {guard(uploads)}
        <Stack gap="md">
          <FormProblem error={reply.problem} />
          {reply.sent ? <Notice tone="success">{t('reply.sent')}</Notice> : null}
          <CountedTextarea
            aria-label={t('reply.text')}
            value={reply.text}
            max={limits.text_chars}
            error={reply.error}
            onChange={({ currentTarget }) => reply.write(currentTarget.value)}
          />
          <UploadField uploads={uploads} statement={statement} />
          <div className={classes.send}>
            {beside}
            <Button
              type="submit"
              loading={reply.sending}
              leftSection={<Send size={15} aria-hidden />}
            >
              {t('reply.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
