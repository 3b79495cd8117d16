import { Button } from '@mantine/core'
import { Archive, Pencil, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import classes from './Catalog.module.css'

interface CatalogListProps {
  add: string
  /** Missing for those who may only look. */
  onAdd?: () => void
  children: ReactNode
}

/** A part of the catalogue, and the way to add to it. */
export function CatalogList({ add, onAdd, children }: CatalogListProps) {
  return (
    <div className={classes.stack}>
      {onAdd ? (
        <div>
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={onAdd}>
            {add}
          </Button>
        </div>
      ) : null}
      {children}
    </div>
  )
}

export function EditButton({ name, onEdit }: { name: string; onEdit: () => void }) {
  const { t } = useTranslation('catalogue')
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Pencil size={14} aria-hidden />}
      aria-label={t('editNamed', { name })}
      onClick={onEdit}
    >
      {t('edit')}
    </Button>
  )
}

export function RetiredChip() {
  const { t } = useTranslation('catalogue')
  return (
    <Chip tone="quiet" icon={Archive}>
      {t('retired')}
    </Chip>
  )
}
