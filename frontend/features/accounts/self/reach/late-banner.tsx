import { lazy } from 'react'
import { addTexts } from '@shared/i18n/start'
import type { SelfApi } from '../self-api'
import type { ReachBannerProps } from './ReachBanner'

/** The banner as a chunk of its own: no first page waits for it. */
const lateBanner = (loadSelf: () => Promise<SelfApi>) =>
  lazy(async () => {
    const [{ ReachBanner }, self] = await Promise.all([
      import('./ReachBanner'),
      loadSelf(),
      addTexts('reach'),
    ])
    const Banner = (props: Omit<ReachBannerProps, 'self'>) => <ReachBanner self={self} {...props} />
    return { default: Banner }
  })

export const CustomersReachBanner = lateBanner(
  async () => (await import('../customers-self')).customersSelf,
)
export const StaffsReachBanner = lateBanner(async () => (await import('../staff-self')).staffSelf)
