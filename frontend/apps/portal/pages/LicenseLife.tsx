import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { Codes } from '@features/licenses/history/Codes'
import { Timeline } from '@features/licenses/history/Timeline'
import { codesQuery, historyQuery } from '@features/licenses/life/life'
import { RemoveLicense } from '@features/licenses/life/RemoveLicense'
import type { LicenseDetails } from '@shared/api/types'
import { ButtonLink } from '@shared/ui/links'

/** What those who look after licenses can do with one. */
export function LicenseActions({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('life')
  const me = useSuspenseQuery(meQuery).data
  const navigate = useNavigate()
  if (!mayThey(me, 'manage_licenses')) return null
  const good = license.status === 'active' || license.status === 'not_activated'
  const onRemoved = () =>
    void navigate({ to: '/licenses', state: { removed: license.product_name }, replace: true })
  return (
    <>
      {good && license.claim === 'active' ? (
        <ButtonLink
          to="/licenses/$licenseId/report"
          params={{ licenseId: license.id }}
          variant="default"
          leftSection={<ShieldAlert size={15} aria-hidden />}
        >
          {t('report.action')}
        </ButtonLink>
      ) : null}
      <RemoveLicense license={license} onRemoved={onRemoved} />
    </>
  )
}

/** Its codes, once it has had more than one, and its history. */
export function LicenseLife({ license }: { license: LicenseDetails }) {
  const history = useInfiniteQuery(historyQuery(license.id))
  const codes = useQuery({ ...codesQuery(license.id), enabled: license.claim === 'active' }).data
  return (
    <>
      {codes && codes.codes.length > 1 ? <Codes codes={codes.codes} /> : null}
      <Timeline
        list={history}
        link={(requestId, number) => (
          <Link to="/requests/$requestId" params={{ requestId }}>
            {number}
          </Link>
        )}
      />
    </>
  )
}
