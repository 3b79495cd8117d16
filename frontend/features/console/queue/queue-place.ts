import type { QueueName } from '@shared/api/staff-types'

interface Place {
  id: string
  index: number
}

/** Where in each queue the person was, while the page lives: they come back to it from a request. */
const places = new Map<QueueName, Place>()

export function rememberPlace(queue: QueueName, place: Place) {
  places.set(queue, place)
}

/** The row to go back to: the same request, else the one that took its place. */
export function placeIn(queue: QueueName, ids: string[]): string | null {
  const place = places.get(queue)
  if (!place || ids.length === 0) return null
  if (ids.includes(place.id)) return place.id
  return ids[Math.min(place.index, ids.length - 1)] ?? null
}

/** The request before or after the one that was opened from this queue. */
export function neighbour(queue: QueueName, ids: string[], id: string, step: 1 | -1) {
  const at = ids.indexOf(id)
  const place = places.get(queue)
  if (at >= 0) return ids[at + step] ?? null
  if (!place || place.id !== id) return null
  return ids[step > 0 ? place.index : place.index - 1] ?? null
}
