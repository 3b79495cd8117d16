import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Handshake, Pencil, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from '../Catalog.module.css'
import { allPartnersQuery, type Partner } from '../catalog'
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
    <Button
      size="xs"
      variant="default"
      leftSection={<Pencil size={14} aria-hidden />}
      aria-label={t('editNamed', { name: partner.name })}
      onClick={() => setEditing(partner)}
    >
      {t('edit')}
    </Button>
  )
  return (
    <div className={classes.stack}>
      {mayChange ? (
        <div>
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t('partner.add')}
          </Button>
        </div>
      ) : null}
      {partners.data.items.length === 0 ? (
        <EmptyState icon={Handshake} title={t('partner.none')} />
      ) : (
        <Panel flush>
          <ul className={classes.rows}>
            {partners.data.items.map((partner) => row(partner, mayChange ? edit(partner) : null))}
          </ul>
        </Panel>
      )}
      {editing ? (
        <PartnerDialog
          partner={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  )
}
