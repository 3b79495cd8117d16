import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { SaveUsage } from '@features/licenses/usage/SaveUsage'
import { UsageReport } from '@features/licenses/usage/UsageReport'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'

/** The key usage report (LIC-17), for those who manage licenses. */
export function UsagePage() {
  const { t } = useTranslation(['devices', 'licenses'])
  const me = useSuspenseQuery(meQuery).data
  const may = mayThey(me, 'manage_licenses')
  return (
    <>
      <PageHeader
        title={t('usage.title')}
        back={
          <AnchorLink to="/licenses" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('licenses:nav.licenses')}
          </AnchorLink>
        }
        below={may ? t('usage.intro') : null}
        actions={may ? <SaveUsage company={me.company?.name ?? ''} /> : null}
      />
      {may ? (
        <UsageReport
          link={(license, name, label) => (
            <AnchorLink
              to="/licenses/$licenseId"
              params={{ licenseId: license.id }}
              aria-label={label}
            >
              {name}
            </AnchorLink>
          )}
        />
      ) : (
        <Notice tone="warning" title={t('usage.noRight.title')}>
          {t('usage.noRight.detail')}
        </Notice>
      )}
    </>
  )
}
