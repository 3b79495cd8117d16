import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { QueueName, StaffTicketItem } from '@shared/api/staff-types'
import { queueQuery } from './queues'
import { drawn, settle, type SteadyList } from './steady-list'

interface Shown {
  list: SteadyList<StaffTicketItem>
  fresh: StaffTicketItem[]
  /** When the answer came that this was made of. */
  answeredAt: number
  /** Whether somebody has this list before their eyes: then its rows must not move. */
  watched: boolean
}

const NOTHING: Shown = { list: drawn([]), fresh: [], answeredAt: 0, watched: false }

/**
 * A queue that refreshes itself without moving a row. What arrived is shown on `showArrived`, or
 * when the person comes back to the page or the tab: then nobody was looking.
 */
export function useSteadyQueue(queue: QueueName) {
  const query = useInfiniteQuery(queueQuery(queue))
  const [shown, setShown] = useState(NOTHING)
  const pages = query.data?.pages
  if (pages && query.dataUpdatedAt !== shown.answeredAt) {
    const fresh = pages.flatMap((page) => page.items)
    const more = Boolean(pages.at(-1)?.next_cursor)
    setShown({
      list: shown.watched ? settle(shown.list, fresh, more) : drawn(fresh),
      fresh,
      answeredAt: query.dataUpdatedAt,
      watched: query.isFetchedAfterMount,
    })
  }
  useWhenHidden(useCallback(() => setShown((now) => ({ ...now, watched: false })), []))
  const showArrived = useCallback(() => setShown((now) => ({ ...now, list: drawn(now.fresh) })), [])
  return { ...shown.list, query, showArrived }
}

function useWhenHidden(act: () => void) {
  useEffect(() => {
    const look = () => {
      if (document.hidden) act()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [act])
}
