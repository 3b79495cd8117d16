import { CircleHelp, Headset, Lightbulb, Lock, Settings, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StatusMove, TicketMessage } from '@shared/api/types'
import { Chip } from '@shared/ui/Chip'
import { Moment } from '@shared/ui/Times'
import { FileReceipts } from '../files/FileReceipts'
import { StatusChip } from '../status/StatusChip'
import classes from './Conversation.module.css'
import { MessageText } from './MessageText'

const FACES = { customer: UserRound, support: Headset, system: Settings }

interface MessageProps {
  message: TicketMessage
  /** The move of the status that came with it. */
  move?: StatusMove
  addressOf: (fileId: string) => Promise<string>
  staff?: boolean
}

export function Message({ message, move, addressOf, staff }: MessageProps) {
  const { t } = useTranslation('tickets')
  const { author, kind } = message
  const Face = FACES[author.role]
  return (
    <li className={classes.message} data-role={author.role} data-kind={kind}>
      <span className={classes.face} aria-hidden>
        <Face size={16} />
      </span>
      <article className={classes.card}>
        <header className={classes.head}>
          <span className={classes.author}>
            <bdi>{author.name || t(`party.${author.role}`)}</bdi>
          </span>
          {author.name && author.role !== 'customer' ? (
            <span className={classes.role}>{t(`party.${author.role}`)}</span>
          ) : null}
          <KindChip kind={kind} />
          {kind === 'status' && move ? <StatusChip status={move.to} staff={staff} /> : null}
          <span className={classes.at}>
            <Moment value={message.created_at} />
          </span>
        </header>
        {message.text ? <MessageText text={message.text} /> : null}
        <FileReceipts files={message.files} addressOf={addressOf} staff={staff} />
      </article>
    </li>
  )
}

function KindChip({ kind }: { kind: TicketMessage['kind'] }) {
  const { t } = useTranslation('tickets')
  if (kind === 'question')
    return (
      <Chip tone="warning" icon={CircleHelp}>
        {t('kind.question')}
      </Chip>
    )
  if (kind === 'solution')
    return (
      <Chip tone="success" icon={Lightbulb}>
        {t('kind.solution')}
      </Chip>
    )
  if (kind === 'note')
    return (
      <Chip tone="quiet" icon={Lock}>
        {t('kind.note')}
      </Chip>
    )
  return null
}
