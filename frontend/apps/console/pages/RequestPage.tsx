import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { useShortcuts } from '@features/console/keyboard/Keyboard'
import { neighbour, rememberPlace } from '@features/console/queue/queue-place'
import { queueQuery } from '@features/console/queue/queues'
import { RequestView } from '@features/console/request/RequestView'
import { LeaveGuard } from '@features/tickets/upload/LeaveGuard'
import type { Closure, QueueName, StaffTicket } from '@shared/api/staff-types'
import { companyLink, licenseLink } from '../license-links'
import classes from './RequestPage.module.css'

const route = getRouteApi('/staff/requests/$id')
const OUTCOMES = { close: 'ended', cancel: 'cancelled', redirect: 'redirected' } as const

export function RequestPage() {
  const { t } = useTranslation('console')
  const { id } = route.useParams()
  const { from = 'unassigned' } = route.useSearch()
  const { account } = useSuspenseQuery(staffMeQuery).data
  const navigate = useNavigate()
  const goBack = (said?: { outcome: (typeof OUTCOMES)[Closure]; number: string }) =>
    void navigate({
      to: '/queue/$queue',
      params: { queue: from },
      state: { said },
      resetScroll: false,
    })
  useSteps(id, from)
  useShortcuts({ back: () => goBack() })
  const onEnded = ({ number }: StaffTicket, how: Closure) =>
    goBack({ outcome: OUTCOMES[how], number })
  return (
    <RequestView
      key={id}
      id={id}
      me={{ id: account.id, name: `${account.first_name} ${account.last_name}` }}
      back={
        <Link
          className={classes.back}
          to="/queue/$queue"
          params={{ queue: from }}
          resetScroll={false}
        >
          <ArrowLeft size={15} aria-hidden />
          {t(`queue.name.${from}`)}
        </Link>
      }
      link={(other, content) => (
        <Link to="/requests/$id" params={{ id: other }} search={{ from }}>
          {content}
        </Link>
      )}
      places={{ company: companyLink, license: licenseLink }}
      guard={(uploads) => <LeaveGuard busy={uploads.list.isBusy()} />}
      onEnded={onEnded}
    />
  )
}

/** On to the next request of the queue without going back to it. */
function useSteps(id: string, from: QueueName) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const step = (by: 1 | -1) => {
    const pages = queryClient.getQueryData(queueQuery(from).queryKey)?.pages ?? []
    const ids = pages.flatMap((page) => page.items.map((item) => item.id))
    const next = neighbour(from, ids, id, by)
    if (!next) return
    rememberPlace(from, { id: next, index: ids.indexOf(next) })
    void navigate({ to: '/requests/$id', params: { id: next }, search: { from }, replace: true })
  }
  useShortcuts({ next: () => step(1), previous: () => step(-1) })
}
