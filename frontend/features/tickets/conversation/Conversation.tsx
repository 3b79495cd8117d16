import { Button } from '@mantine/core'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusMove, TicketMessage } from '@shared/api/types'
import classes from './Conversation.module.css'
import { fold } from './fold'
import { Message } from './Message'

interface ConversationProps {
  messages: TicketMessage[]
  /** Says which status a message of the kind "status" tells of. */
  history: StatusMove[]
  /** Answers a short-lived address to download the file from. */
  addressOf: (fileId: string) => Promise<string>
  staff?: boolean
}

/** Oldest first, so that it reads like a letter; long ones are folded in the middle (REQ-10). */
export function Conversation({ messages, history, addressOf, staff }: ConversationProps) {
  const { t } = useTranslation('tickets')
  const [whole, setWhole] = useState(false)
  const { first, hidden, last } = fold(messages, whole)
  const line = (message: TicketMessage) => (
    <Message
      key={message.id}
      message={message}
      move={history.find(({ at }) => at === message.created_at)}
      addressOf={addressOf}
      staff={staff}
    />
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
