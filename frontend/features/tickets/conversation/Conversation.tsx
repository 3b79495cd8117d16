import { Button } from '@mantine/core'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketMessage } from '@shared/api/types'
import classes from './Conversation.module.css'
import { fold } from './fold'
import { Message } from './Message'

interface ConversationProps {
  messages: TicketMessage[]
  /** Answers a short-lived address to download the file from. */
  addressOf: (fileId: string) => Promise<string>
}

/** Oldest first, so that it reads like a letter; long ones are folded in the middle (REQ-10). */
export function Conversation({ messages, addressOf }: ConversationProps) {
  const { t } = useTranslation('tickets')
  const [whole, setWhole] = useState(false)
  const { first, hidden, last } = fold(messages, whole)
  const line = (message: TicketMessage) => (
    <Message key={message.id} message={message} addressOf={addressOf} />
  )
  return (
    <ol className={classes.conversation} aria-label={t('conversation.label')}>
      {first.map(line)}
      {hidden > 0 ? (
        <li className={classes.fold}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<ChevronsUpDown size={14} aria-hidden />}
            onClick={() => setWhole(true)}
          >
            {t('conversation.whole', { count: hidden })}
          </Button>
        </li>
      ) : null}
      {last.map(line)}
    </ol>
  )
}
