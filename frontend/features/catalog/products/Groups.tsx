import { Button, Group as Side } from '@mantine/core'
import { Archive, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { Panel } from '@shared/ui/Panel'
import classes from '../Catalog.module.css'
import type { Group, Product } from '../catalog'
import { nameIn } from '../names'
import { GroupDialog } from './GroupDialog'
import { ProductDialog } from './ProductDialog'

type Editing = { group?: Group; product?: Product; what: 'group' | 'product' }

/** Product groups with their products and versions (STF-10). */
export function Groups({ groups, mayChange }: { groups: Group[]; mayChange: boolean }) {
  const { t } = useTranslation('catalogue')
  const [editing, setEditing] = useState<Editing | null>(null)
  const close = () => setEditing(null)
  return (
    <div className={classes.stack}>
      {mayChange ? (
        <div>
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => setEditing({ what: 'group' })}
          >
            {t('group.add')}
          </Button>
        </div>
      ) : null}
      {groups.map((group) => (
        <GroupPanel
          key={group.id}
          group={group}
          onEdit={mayChange ? (what, product) => setEditing({ what, group, product }) : undefined}
        />
      ))}
      {editing?.what === 'group' ? <GroupDialog group={editing.group} onClose={close} /> : null}
      {editing?.what === 'product' && editing.group ? (
        <ProductDialog group={editing.group} product={editing.product} onClose={close} />
      ) : null}
    </div>
  )
}

interface GroupPanelProps {
  group: Group
  onEdit?: (what: Editing['what'], product?: Product) => void
}

function GroupPanel({ group, onEdit }: GroupPanelProps) {
  const { t, i18n } = useTranslation('catalogue')
  return (
    <Panel
      flush
      title={nameIn(i18n.language, group.names)}
      aside={
        onEdit ? (
          <Side gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => onEdit('product')}
            >
              {t('product.add')}
            </Button>
            <Button size="xs" variant="default" onClick={() => onEdit('group')}>
              {t('group.edit')}
            </Button>
          </Side>
        ) : null
      }
    >
      <ul className={classes.rows}>
        {(group.products as Product[]).map((product) => (
          <ProductRow
            key={product.id}
            product={product}
            onEdit={onEdit ? () => onEdit('product', product) : undefined}
          />
        ))}
      </ul>
    </Panel>
  )
}

function ProductRow({ product, onEdit }: { product: Product; onEdit?: () => void }) {
  const { t, i18n } = useTranslation('catalogue')
  const name = nameIn(i18n.language, product.names)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>
          {name}
          {product.retired ? (
            <Chip tone="quiet" icon={Archive}>
              {t('retired')}
            </Chip>
          ) : null}
        </span>
        <span className={classes.quiet}>
          <span className="k-code">{product.id}</span>
          {product.versions.map((version) => (
            <span key={version.id}>
              {' · '}
              <span className={version.retired ? classes.gone : undefined}>{version.name}</span>
              {version.newer_patch ? ` (${version.newer_patch.name})` : null}
            </span>
          ))}
        </span>
      </div>
      {onEdit ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<Pencil size={14} aria-hidden />}
          aria-label={t('editNamed', { name })}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
      ) : null}
    </li>
  )
}
