import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { Applications } from '@features/catalog/applications/Applications'
import { catalogQuery } from '@features/catalog/catalog'
import { Partners } from '@features/catalog/partners/Partners'
import { Groups } from '@features/catalog/products/Groups'
import { CATALOGUE_PARTS } from '@features/catalog/parts'
import { PartnerRow } from '@features/shop/partners/PartnerRow'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { Segments } from '@shared/ui/Segments'

const route = getRouteApi('/staff/catalogue')

export function CataloguePage() {
  const { t } = useTranslation('catalogue')
  const { part = 'products' } = route.useSearch()
  const { role } = useSuspenseQuery(staffMeQuery).data
  const navigate = useNavigate()
  const mayChange = role === 'supervisor'
  return (
    <>
      <PageHeader title={t('title')} below={mayChange ? t('about') : t('aboutReading')} />
      <div style={{ marginBottom: '1rem' }}>
        <Segments
          label={t('parts')}
          value={part}
          options={CATALOGUE_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          onChange={(value) =>
            void navigate({ to: '/catalogue', search: { part: value }, replace: true })
          }
        />
      </div>
      {part === 'partners' ? (
        <Partners
          mayChange={mayChange}
          row={(partner, action) => (
            <PartnerRow key={partner.id} partner={partner} action={action} />
          )}
        />
      ) : (
        <Parts part={part} mayChange={mayChange} />
      )}
    </>
  )
}

function Parts({ part, mayChange }: { part: 'products' | 'applications'; mayChange: boolean }) {
  const catalog = useQuery(catalogQuery)
  if (catalog.isPending) return <Loading />
  if (catalog.isError && !catalog.data)
    return <Problem error={catalog.error} retry={() => void catalog.refetch()} />
  const { groups, applications } = catalog.data
  return part === 'products' ? (
    <Groups groups={groups} mayChange={mayChange} />
  ) : (
    <Applications applications={applications} groups={groups} mayChange={mayChange} />
  )
}
