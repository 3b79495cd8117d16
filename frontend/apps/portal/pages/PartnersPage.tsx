import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Directory } from '@features/shop/partners/Directory'
import { Aside } from '@shared/ui/frame/Aside'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { PageHeader } from '@shared/ui/PageHeader'
import { useStillHere } from '@shared/ui/use-still-here'

const route = getRouteApi('/partners')

export function PartnersPage() {
  const { t } = useTranslation('shop')
  const search = route.useSearch()
  const navigate = useNavigate()
  const stillHere = useStillHere()
  return (
    <PublicFrame aside={<About />}>
      <PageHeader title={t('partners.title')} below={t('partners.intro')} />
      <Directory
        search={search}
        onSearch={(wanted) => {
          if (!stillHere()) return
          void navigate({ to: '/partners', search: wanted, replace: true, resetScroll: false })
        }}
      />
    </PublicFrame>
  )
}

function About() {
  const { t } = useTranslation('shop')
  return (
    <Aside title={t('partners.asideTitle')}>
      <span>{t('partners.aside.authorised')}</span>
      <span>{t('partners.aside.former')}</span>
      <span>{t('partners.aside.never')}</span>
    </Aside>
  )
}
