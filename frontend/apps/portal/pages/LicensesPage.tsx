import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router'
import { MonitorCheck, Plus } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import type { LicenseFilters } from '@features/licenses/list/filters'
import { LicenseFilterBar } from '@features/licenses/list/LicenseFilterBar'
import { LicenseList } from '@features/licenses/list/LicenseList'
import type { License } from '@shared/api/types'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { useStillHere } from '@shared/ui/use-still-here'

const route = getRouteApi('/signed-in/licenses')
const AddLicense = lazy(async () => ({
  default: (await import('@features/licenses/add/AddLicense')).AddLicense,
}))

export function LicensesPage() {
  const { t } = useTranslation(['licenses', 'life'])
  const filters = route.useSearch()
  const removed = useLocation({ select: ({ state }) => state.removed })
  const navigate = useNavigate()
  const stillHere = useStillHere()
  const filterBy = (search: LicenseFilters) => {
    if (!stillHere()) return
    void navigate({ to: '/licenses', search, replace: true, resetScroll: false })
  }
  const adding = useAdding()
  return (
    <>
      <PageHeader
        title={t('nav.licenses')}
        actions={adding.button ? <ManagersActions add={adding.button} /> : null}
      />
      {adding.added ? (
        <div style={{ marginBottom: '1rem' }}>
          <Notice
            tone="success"
            title={t('add.done.title', { product: adding.added.product_name })}
            action={
              <AnchorLink to="/licenses/$licenseId" params={{ licenseId: adding.added.id }}>
                {t('add.done.open')}
              </AnchorLink>
            }
          >
            {adding.added.claim === 'pending' ? t('add.done.pending') : null}
          </Notice>
        </div>
      ) : null}
      {removed && !adding.added ? (
        <div style={{ marginBottom: '1rem' }}>
          <Notice tone="success" title={t('life:remove.done', { product: removed })}>
            {t('life:remove.undo')}
          </Notice>
        </div>
      ) : null}
      <LicenseFilterBar filters={filters} onChange={filterBy} />
      <LicenseList
        filters={filters}
        link={(license) => (
          <Link to="/licenses/$licenseId" params={{ licenseId: license.id }}>
            {license.product_name}
          </Link>
        )}
        add={adding.button}
        onClearFilters={() => filterBy({})}
      />
      {adding.dialog}
    </>
  )
}

function ManagersActions({ add }: { add: ReactNode }) {
  const { t } = useTranslation('life')
  return (
    <>
      <ButtonLink
        to="/licenses/usage"
        variant="default"
        leftSection={<MonitorCheck size={16} aria-hidden />}
      >
        {t('list.usage')}
      </ButtonLink>
      {add}
    </>
  )
}

/** The button, the dialog it opens, and what came of it; nothing for those without the right. */
function useAdding() {
  const { t } = useTranslation('licenses')
  const me = useSuspenseQuery(meQuery).data
  const [opened, setOpened] = useState<boolean | null>(null)
  const [added, setAdded] = useState<License | null>(null)
  if (!mayThey(me, 'manage_licenses')) return { added, button: null, dialog: null }
  const button = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpened(true)}>
      {t('add.action')}
    </Button>
  )
  const dialog =
    opened === null ? null : (
      <Suspense>
        <AddLicense
          opened={opened}
          onClose={() => setOpened(false)}
          onAdded={(license) => {
            setAdded(license)
            setOpened(false)
          }}
        />
      </Suspense>
    )
  return { added, button, dialog }
}
