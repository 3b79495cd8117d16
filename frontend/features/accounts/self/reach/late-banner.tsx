import { lazy } from 'react'
import { addTexts } from '@shared/i18n/start'
import type { ReachBannerProps } from './ReachBanner'

/** The banner as a chunk of its own: no first page waits for it. */
const lateBanner = (side: 'customersSelf' | 'staffSelf') =>
  lazy(async () => {
    const [{ ReachBanner }, sides] = await Promise.all([
      import('./ReachBanner'),
      import('../self-api'),
      addTexts('reach'),
    ])
    const Banner = (props: Omit<ReachBannerProps, 'self'>) => (
      <ReachBanner self={sides[side]} {...props} />
    )
    return { default: Banner }
  })

export const CustomersReachBanner = lateBanner('customersSelf')
export const StaffsReachBanner = lateBanner('staffSelf')
