import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { CircleStop } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Conversation } from '@features/tickets/conversation/Conversation'
import { writeDraft } from '@features/tickets/drafts/stored-draft'
import type { Uploads } from '@features/tickets/upload/use-uploads'
import type { Closure, StaffTicket } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'
import { Dock } from '../composer/Dock'
import { draftSlot } from '../composer/use-composer'
import { useShortcuts } from '../keyboard/Keyboard'
import { AssignmentControl } from './AssignmentControl'
import type { RequestLink } from './EarlierRequests'
import { EndDialog } from './EndDialog'
import type { Places } from './places'
import { RequestHead } from './RequestHead'
import { requestQuery, signedDownload } from './requests'
import classes from './RequestView.module.css'
import { SidePanel } from './SidePanel'
import { useAssignment } from './use-assignment'
import { useHeld } from './use-held'

interface RequestViewProps {
  id: string
  me: Named
  back: ReactNode
  link: RequestLink
  places: Places
  guard: (uploads: Uploads) => ReactNode
  onEnded: (ticket: StaffTicket, how: Closure) => void
}

/** A request as staff work on it. */
export function RequestView({ id, me, back, link, places, guard, onEnded }: RequestViewProps) {
  const { t } = useTranslation('console')
  const { data: ticket } = useSuspenseQuery(requestQuery(id))
  const messages = useHeld(ticket.messages)
  const queryClient = useQueryClient()
  const assignment = useAssignment()
  const assignToMe = () => {
    if (ticket.moves.includes('assign') && ticket.assignee?.id !== me.id)
      assignment.mutate({ id, assignee: me })
  }
  useShortcuts({ assignToMe, showArrived: messages.showAll })
  const showSent = () => {
    const now = queryClient.getQueryData(requestQuery(id).queryKey)
    messages.showUpTo(now?.messages.length ?? Infinity)
  }
  return (
    <>
      <RequestHead
        ticket={ticket}
        back={back}
        actions={<Ending ticket={ticket} onEnded={(how) => onEnded(ticket, how)} />}
      />
      <div className={classes.columns}>
        <section className={classes.talk} aria-label={t('request.conversation')}>
          <Conversation
            messages={messages.shown}
            history={ticket.history}
            addressOf={async (file) => (await signedDownload(id, file)).url}
            staff
          />
          <Dock
            ticket={ticket}
            arrived={messages.arrived.length}
            onShowArrived={messages.showAll}
            guard={guard}
            onSent={showSent}
          />
        </section>
        <SidePanel
          ticket={ticket}
          assignment={<AssignmentControl ticket={ticket} me={me} assignment={assignment} />}
          link={link}
          places={places}
        />
      </div>
    </>
  )
}

function Ending({ ticket, onEnded }: { ticket: StaffTicket; onEnded: (how: Closure) => void }) {
  const { t } = useTranslation('console')
  const [opened, setOpened] = useState(false)
  if (!ticket.moves.includes('close')) return null
  const end = (how: Closure) => {
    writeDraft(draftSlot(ticket.id), null)
    onEnded(how)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<CircleStop size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('end.open')}
      </Button>
      <EndDialog ticket={ticket} opened={opened} onCancel={() => setOpened(false)} onEnded={end} />
    </>
  )
}
