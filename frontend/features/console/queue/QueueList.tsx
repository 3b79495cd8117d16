import { Inbox } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueName, StaffTicketItem } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { MorePages } from '@shared/ui/Pages'
import { Problem } from '@shared/ui/Problem'
import { useShortcuts } from '../keyboard/Keyboard'
import { QueueBar } from './QueueBar'
import { placeIn } from './queue-place'
import { QueueTable } from './QueueTable'
import { Taken } from './Taken'
import { focusedRow, focusRow, useRowFocus } from './use-row-focus'
import { useSteadyQueue } from './use-steady-queue'
import { useTaking } from './use-taking'

interface QueueListProps {
  queue: QueueName
  me: Named
  /** Draws the page's head around what is new in the list. */
  head: (news: ReactNode) => ReactNode
  /** The way to a request, as the app draws it. */
  link: (ticket: StaffTicketItem, index: number) => ReactNode
  /** What just happened elsewhere, such as a request that was closed. */
  said?: string
}

export function QueueList({ queue, me, head, link, said = '' }: QueueListProps) {
  const { t } = useTranslation('console')
  const { rows, arrived, query, showArrived } = useSteadyQueue(queue)
  const list = useRef<HTMLDivElement>(null)
  const { fetchNextPage, hasNextPage } = query
  const more = useCallback(
    () => void (hasNextPage && fetchNextPage()),
    [hasNextPage, fetchNextPage],
  )
  const move = useRowFocus(list, more)
  const taking = useTaking(me)
  const assignToMe = () => {
    const id = focusedRow(list.current)
    const row = rows.find(({ item, gone }) => item.id === id && !gone)
    if (row) taking.take(row.item)
  }
  useShortcuts({
    next: () => move(1),
    previous: () => move(-1),
    showArrived,
    assignToMe,
  })
  useReturn(queue, rows.length > 0, list)
  return (
    <>
      {head(
        <QueueBar
          arrived={arrived}
          onShowArrived={showArrived}
          answeredAt={query.dataUpdatedAt}
          failed={query.isRefetchError}
          said={taking.taken ? <Taken taken={taking.taken} onUndo={taking.undo} /> : said}
        />,
      )}
      {taking.error ? <Problem error={taking.error} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.isLoadingError ? (
        <Problem error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.data && rows.length === 0 ? (
        <EmptyState icon={Inbox} title={t(`queue.empty.${queue}`)} />
      ) : null}
      {rows.length > 0 ? (
        <QueueTable label={t(`queue.name.${queue}`)} rows={rows} link={link} ref={list} />
      ) : null}
      <MorePages below list={query} />
    </>
  )
}

/** Back from a request, the person is where they were in the queue. */
function useReturn(queue: QueueName, ready: boolean, list: React.RefObject<HTMLDivElement | null>) {
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])]
    const place = placeIn(
      queue,
      rows.map((row) => row.dataset.id ?? ''),
    )
    if (place) focusRow(list.current, place)
  }, [queue, ready, list])
}
