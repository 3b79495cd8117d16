import { answer, api } from '@shared/api/client'
import type { Notices, NoticeTopic } from '@shared/api/types'

/** A person's own settings, on one side of the counter. */
export interface SelfApi {
  /** Begins the keys under which answers are kept. */
  side: 'customer' | 'staff'
  notices: () => Promise<Notices>
  chooseNotices: (unwanted: NoticeTopic[]) => Promise<Notices>
}

export const customersSelf: SelfApi = {
  side: 'customer',
  notices: () => answer(api.GET('/api/me/notices')),
  chooseNotices: (unwanted) => answer(api.PUT('/api/me/notices', { body: { unwanted } })),
}

export const staffSelf: SelfApi = {
  side: 'staff',
  notices: () => answer(api.GET('/api/staff/me/notices')),
  chooseNotices: (unwanted) => answer(api.PUT('/api/staff/me/notices', { body: { unwanted } })),
}
