import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { KeyFiles } from '@features/licenses/details/KeyFiles'
import { licenseQuery } from '@features/licenses/details/license'
import { LicenseFacts } from '@features/licenses/details/LicenseFacts'
import { LicenseChips } from '@features/licenses/LicenseChips'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import classes from './LicensePage.module.css'

const route = getRouteApi('/signed-in/licenses/$licenseId')

export function LicensePage() {
  const { t } = useTranslation('licenses')
  const { licenseId } = route.useParams()
  const license = useSuspenseQuery(licenseQuery(licenseId)).data
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
      />
      {license.claim === 'pending' ? (
        <div className={classes.notice}>
          <Notice tone="warning">{t('details.pending')}</Notice>
        </div>
      ) : null}
      <div className={classes.page}>
        <LicenseFacts license={license} />
        <KeyFiles license={license} />
      </div>
    </>
  )
}
