import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** The console's places. Requests hold the queues and each request. */
export function Places() {
  const { t } = useTranslation(['customers', 'catalogue', 'systems', 'accounts'])
  const among = useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' })
  const here = (...places: string[]) => (places.includes(among) ? 'page' : undefined)
  return (
    <>
      <Link
        to="/queue/$queue"
        params={{ queue: 'unassigned' }}
        aria-current={here('queue', 'requests')}
      >
        {t('nav.requests')}
      </Link>
      <Link to="/companies" aria-current={here('companies')}>
        {t('nav.companies')}
      </Link>
      <Link to="/catalogue" aria-current={here('catalogue')}>
        {t('catalogue:nav')}
      </Link>
      <Link to="/systems" aria-current={here('systems')}>
        {t('systems:nav')}
      </Link>
      <Link to="/staff" aria-current={here('staff')}>
        {t('accounts:menu.staff')}
      </Link>
    </>
  )
}
