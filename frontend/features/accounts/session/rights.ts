import type { Me, Right } from '@shared/api/types'

/** Owners hold every right. Only for what is offered on screen: the server decides by itself. */
export function mayThey(me: Me, right: Right): boolean {
  return me.owner || me.rights.includes(right)
}
