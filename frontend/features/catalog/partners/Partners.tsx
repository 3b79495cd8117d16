import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Rows } from '@shared/ui/Rows'
import { allPartnersQuery, type Partner } from '../catalog'
import { CatalogList, EditButton } from '../CatalogList'
import { PartnerDialog } from './PartnerDialog'

interface PartnersProps {
  mayChange: boolean
  /** A row of the directory, as the public sees it. */
  row: (partner: Partner, action: ReactNode) => ReactNode
}

/** The directory in the hands of staff (STF-10, LIC-16). */
export function Partners({ mayChange, row }: PartnersProps) {
  const { t } = useTranslation('catalogue')
  const partners = useQuery(allPartnersQuery)
  const [editing, setEditing] = useState<Partner | 'new' | null>(null)
  if (partners.isPending) return <Loading />
  if (partners.isError && !partners.data)
    return <Problem error={partners.error} retry={() => void partners.refetch()} />
  const edit = (partner: Partner) => (
    <EditButton name={partner.name} onEdit={() => setEditing(partner)} />
  )
  return (
    <CatalogList add={t('partner.add')} onAdd={mayChange ? () => setEditing('new') : undefined}>
      {partners.data.items.length === 0 ? (
        <EmptyState icon={Handshake} title={t('partner.none')} />
      ) : (
        <Panel flush>
          <Rows>
            {partners.data.items.map((partner) => row(partner, mayChange ? edit(partner) : null))}
          </Rows>
        </Panel>
      )}
      {editing ? (
        <PartnerDialog
          partner={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </CatalogList>
  )
}
