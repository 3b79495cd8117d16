import type { QueueName } from '@shared/api/staff-types'

interface Place {
  id: string
  index: number
}

const STORED_AS = 'kontor-queue-place:'

/** Where the person was in a queue, kept in this tab: they come back to it from a request. */
export function rememberPlace(queue: QueueName, place: Place) {
  try {
    sessionStorage.setItem(STORED_AS + queue, JSON.stringify(place))
  } catch {
    // Without storage people come back to the top.
  }
}

function placeOf(queue: QueueName): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORED_AS + queue) ?? 'null') as Place | null
  } catch {
    return null
  }
}

/** The row to go back to: the same request, else the one that took its place. */
export function placeIn(queue: QueueName, ids: string[]): string | null {
  const place = placeOf(queue)
  if (!place || ids.length === 0) return null
  if (ids.includes(place.id)) return place.id
  return ids[Math.min(place.index, ids.length - 1)] ?? null
}

/** The request before or after the one that was opened from this queue. */
export function neighbour(queue: QueueName, ids: string[], id: string, step: 1 | -1) {
  const at = ids.indexOf(id)
  if (at >= 0) return ids[at + step] ?? null
  const place = placeOf(queue)
  if (place?.id !== id) return null
  return ids[step > 0 ? place.index : place.index - 1] ?? null
}
