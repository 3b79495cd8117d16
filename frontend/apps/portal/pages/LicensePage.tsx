import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@features/accounts/session/session'
import { mayThey } from '@features/accounts/session/rights'
import { KeyFiles } from '@features/licenses/details/KeyFiles'
import { licenseQuery } from '@features/licenses/details/license'
import { LicenseDevices } from '@features/licenses/devices/LicenseDevices'
import { LicenseFacts } from '@features/licenses/details/LicenseFacts'
import { CompatibleApplications } from '@features/licenses/compatible/CompatibleApplications'
import { SoldBy } from '@features/licenses/compatible/SoldBy'
import { NextSteps } from '@features/licenses/life/NextSteps'
import { LicenseChips } from '@features/licenses/LicenseChips'
import { PartnerRow } from '@features/shop/partners/PartnerRow'
import { Beside } from '@shared/ui/Beside'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { Rows } from '@shared/ui/Rows'
import { LicenseActions, LicenseLife } from './LicenseLife'
import classes from './LicensePage.module.css'

const route = getRouteApi('/signed-in/licenses/$licenseId')

export function LicensePage() {
  const { t } = useTranslation('licenses')
  const { licenseId } = route.useParams()
  const me = useSuspenseQuery(meQuery).data
  const license = useSuspenseQuery(licenseQuery(licenseId)).data
  const mayManage = mayThey(me, 'manage_licenses')
  return (
    <>
      <PageHeader
        title={license.product_name}
        tabTitle={`${license.product_name} (${license.public_id})`}
        back={
          <AnchorLink to="/licenses" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('nav.licenses')}
          </AnchorLink>
        }
        below={
          <span className={classes.chips}>
            <LicenseChips license={license} />
          </span>
        }
        actions={<LicenseActions license={license} />}
      />
      <NextSteps license={license} />
      <Beside
        aside={
          <>
            <SoldBy
              licenseId={license.id}
              named={license.partner}
              show={(partner) => (
                <Rows>
                  <PartnerRow partner={partner} />
                </Rows>
              )}
            />
            <LicenseLife license={license} />
          </>
        }
      >
        <LicenseFacts license={license} />
        <KeyFiles license={license} mayFetch={mayManage} />
        <CompatibleApplications licenseId={license.id} />
      </Beside>
      {license.claim === 'active' && mayManage ? (
        <div className={classes.below}>
          <LicenseDevices license={license} />
        </div>
      ) : null}
    </>
  )
}
