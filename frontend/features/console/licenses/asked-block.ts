import { useInfiniteQuery } from '@tanstack/react-query'
import type { LicenseEvent } from '@shared/api/types'
import type { DeskLicense } from '@shared/api/staff-types'
import { deskHistoryQuery } from './desk'

/** What the holder asked for: `at` is when, null: at once. */
export interface AskedBlock {
  at: string | null
  ticketId: string
  number: string
}

const SETTLED: readonly string[] = ['blocked', 'block_planned', 'unblocked', 'code_reissued']

/** The holder's wish to have the license blocked (LIC-13), unless something was done since. */
export function askedBlock(events: LicenseEvent[]): AskedBlock | null {
  const last = events.find(({ what }) => what === 'block_requested' || SETTLED.includes(what))
  if (last?.what !== 'block_requested') return null
  const { planned_for: at, ticket_id: ticketId, ticket_number: number } = last.details
  return ticketId && number ? { at: at ?? null, ticketId, number } : null
}

/** By the newest part of the history, which the page shows anyway. */
export function useAskedBlock(license: DeskLicense): AskedBlock | null {
  const newest = useInfiniteQuery(deskHistoryQuery(license.id)).data?.pages[0]
  return newest && !license.blocked_at ? askedBlock(newest.items) : null
}
