import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { Colleague, InviteColleague, StaffRole } from '@shared/api/staff-types'

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => answer(api.GET('/api/staff/colleagues')),
})

export const inviteColleague = (body: InviteColleague, intent: string) =>
  answer(api.POST('/api/staff/colleagues', { body, headers: intentHeader(intent) }))

/** What a supervisor can do with one of staff. */
export type ColleagueAct =
  'again' | 'withdraw' | 'deactivate' | 'reactivate' | 'resetFactor' | 'passwordLink'

const ONE = '/api/staff/colleagues/{colleague_id}'

export function act(id: string, what: ColleagueAct): Promise<unknown> {
  const params = { path: { colleague_id: id } }
  switch (what) {
    case 'again':
      return api.POST(`${ONE}/invitation`, { params })
    case 'withdraw':
      return api.DELETE(`${ONE}/invitation`, { params })
    case 'deactivate':
      return api.POST(`${ONE}/deactivation`, { params })
    case 'reactivate':
      return api.POST(`${ONE}/reactivation`, { params })
    case 'resetFactor':
      return api.POST(`${ONE}/factor-reset`, { params })
    case 'passwordLink':
      return api.POST(`${ONE}/password-link`, { params })
  }
}

export const changeRole = (id: string, role: StaffRole) =>
  answer(api.PUT(`${ONE}/role`, { params: { path: { colleague_id: id } }, body: { role } }))

/** What can be done with somebody, in the order it is offered. */
export function actsOn({ state, secured }: Colleague): ColleagueAct[] {
  if (state === 'invited') return ['again', 'withdraw']
  if (state === 'left') return ['reactivate']
  return ['passwordLink', ...(secured ? (['resetFactor'] as const) : []), 'deactivate']
}
