import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { NavMenu } from '@shared/ui/frame/NavMenu'

/** The console's places. Requests hold the queues and each request. */
export function Places() {
  const { t } = useTranslation('console')
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
        {t('nav.licenses')}
      </Link>
      {role === 'agent' ? null : (
        <>
          <Link to="/license-checks" aria-current={here('license-checks')}>
            {t('nav.checks')}
          </Link>
          <Link to="/ownership" aria-current={here('ownership')}>
            {t('nav.ownership')}
          </Link>
        </>
      )}
      <NavMenu label={t('nav.administration')}>
        <Link to="/catalogue" aria-current={here('catalogue')}>
          {t('nav.catalogue')}
        </Link>
        <Link to="/systems" aria-current={here('systems')}>
          {t('nav.systems')}
        </Link>
        <Link to="/mail" aria-current={here('mail')}>
          {t('nav.mail')}
        </Link>
        <Link to="/staff" aria-current={here('staff')}>
          {t('nav.staff')}
        </Link>
        {role === 'supervisor' ? (
          <Link to="/audit" search={{}} aria-current={here('audit')}>
            {t('nav.audit')}
          </Link>
        ) : null}
      </NavMenu>
    </>
  )
}
