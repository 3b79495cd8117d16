import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { NavMenu } from '@shared/ui/frame/NavMenu'

/** The console's places. Requests hold the queues and each request. */
export function Places() {
  const { t } = useTranslation([
    'customers',
    'catalogue',
    'systems',
    'desk',
    'mail',
    'accounts',
    'console',
  ])
  const { role } = useSuspenseQuery(staffMeQuery).data
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
      <Link to="/licenses" aria-current={here('licenses')}>
        {t('desk:nav.licenses')}
      </Link>
      {role === 'agent' ? null : (
        <>
          <Link to="/license-checks" aria-current={here('license-checks')}>
            {t('desk:nav.checks')}
          </Link>
          <Link to="/ownership" aria-current={here('ownership')}>
            {t('nav.ownership')}
          </Link>
        </>
      )}
      <NavMenu label={t('console:nav.administration')}>
        <Link to="/catalogue" aria-current={here('catalogue')}>
          {t('catalogue:nav')}
        </Link>
        <Link to="/systems" aria-current={here('systems')}>
          {t('systems:nav')}
        </Link>
        <Link to="/mail" aria-current={here('mail')}>
          {t('mail:nav')}
        </Link>
        <Link to="/staff" aria-current={here('staff')}>
          {t('accounts:menu.staff')}
        </Link>
        {role === 'supervisor' ? (
          <Link to="/audit" search={{}} aria-current={here('audit')}>
            {t('console:nav.audit')}
          </Link>
        ) : null}
      </NavMenu>
    </>
  )
}
