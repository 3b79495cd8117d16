import { mayThey } from '@features/accounts/session/rights'
import type { Me, Right } from '@shared/api/types'

/** Every right there is, in the order people read them. */
export const RIGHTS = [
  'manage_tickets',
  'manage_users',
  'invite_users',
  'manage_licenses',
  'manage_company',
] as const satisfies readonly Right[]

/** Rights that somebody is to have, and the one branch they are limited to. */
export interface Grant {
  rights: Right[]
  scope: string | null
}

/** What the person can tick and untick: the server decides by the same rule. */
export function mayGrant(me: Me, right: Right): boolean {
  return mayThey(me, right)
}

export const sameGrant = (one: Grant, other: Grant) =>
  one.rights.toSorted().join() === other.rights.toSorted().join() &&
  (one.rights.length === 0 || one.scope === other.scope)
