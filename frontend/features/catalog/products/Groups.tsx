import { Button, Group as Side } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@shared/ui/Panel'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import type { Group, Product } from '../catalog'
import { CatalogList, EditButton, RetiredChip } from '../CatalogList'
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
    <CatalogList
      add={t('group.add')}
      onAdd={mayChange ? () => setEditing({ what: 'group' }) : undefined}
    >
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
    </CatalogList>
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
      <Rows>
        {(group.products as Product[]).map((product) => (
          <ProductRow
            key={product.id}
            product={product}
            onEdit={onEdit ? () => onEdit('product', product) : undefined}
          />
        ))}
      </Rows>
    </Panel>
  )
}

function ProductRow({ product, onEdit }: { product: Product; onEdit?: () => void }) {
  const { i18n } = useTranslation('catalogue')
  const name = nameIn(i18n.language, product.names)
  return (
    <Row acts={onEdit ? <EditButton name={name} onEdit={onEdit} /> : null}>
      <RowName>
        {name}
        {product.retired ? <RetiredChip /> : null}
      </RowName>
      <Quiet>
        <span className="k-code">{product.id}</span>
        {product.versions.map((version) => (
          <span key={version.id}>
            {' · '}
            {version.retired ? <s>{version.name}</s> : version.name}
            {version.newer_patch ? ` (${version.newer_patch.name})` : null}
          </span>
        ))}
      </Quiet>
    </Row>
  )
}
