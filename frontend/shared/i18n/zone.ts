import { useSyncExternalStore } from 'react'

/** The zone that the person chose for their account; null is wherever the browser is. */
let chosen: string | null = null
const watchers = new Set<() => void>()

export function chooseZone(zone: string | null) {
  if (zone === chosen) return
  chosen = zone
  for (const tell of watchers) tell()
}

export function browsersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The zone in which times are shown; undefined is the browser's own. */
export function useZone(): string | undefined {
  return useSyncExternalStore(watch, () => chosen) ?? undefined
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => watchers.delete(tell)
}
