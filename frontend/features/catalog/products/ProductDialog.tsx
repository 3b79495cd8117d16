import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Group, type Product, useSavingGroup, type Version } from '../catalog'
import { IdentityFields, useIdOf } from '../IdentityFields'
import { filledNames, idFrom } from '../names'
import { SaveDialog } from '../SaveDialog'
import { VersionFields } from './VersionFields'

interface ProductDialogProps {
  group: Group
  /** None: a new product. */
  product?: Product
  onClose: () => void
}

const EMPTY: Product = { id: '', names: {}, versions: [], retired: false }

/** A product with its versions and patches; saved with its group, which counts the changes. */
export function ProductDialog({ group, product, onClose }: ProductDialogProps) {
  const { t } = useTranslation('catalogue')
  const [draft, setDraft] = useState(product ?? EMPTY)
  const saving = useSavingGroup()
  const known = new Set(product?.versions.map(({ id }) => id))
  const idOf = useIdOf()
  const save = () => {
    const done = finished({ ...draft, id: idOf(draft) })
    const products = product
      ? group.products.map((one) => (one.id === product.id ? done : one))
      : [...group.products, done]
    saving.mutate({ ...group, products }, { onSuccess: onClose })
  }
  return (
    <SaveDialog
      wide
      title={product ? t('product.edit') : t('product.add')}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      <IdentityFields
        value={draft}
        known={product !== undefined}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
      <VersionFields
        versions={draft.versions as Version[]}
        known={known}
        onChange={(versions) => setDraft({ ...draft, versions })}
      />
      <Checkbox
        label={t('product.retired')}
        description={t('product.retiredHint')}
        checked={draft.retired}
        onChange={({ currentTarget }) => setDraft({ ...draft, retired: currentTarget.checked })}
      />
    </SaveDialog>
  )
}

/** Names without blanks, and an id for each version that has none yet: its name. */
function finished(draft: Product): Product {
  const versions = draft.versions
    .filter(({ id, name }) => id || name.trim())
    .map((version) => ({ ...version, id: version.id || idFrom(version.name) }))
  return { ...draft, names: filledNames(draft.names), versions }
}
