import { Button, Checkbox, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from '../Catalog.module.css'
import type { Version } from '../catalog'

interface VersionFieldsProps {
  versions: Version[]
  /** Versions that were there before keep their name: requests show it. */
  known: ReadonlySet<string>
  onChange: (versions: Version[]) => void
}

const WEB = 'https://'
const EMPTY: Version = { id: '', name: '', newer_patch: null, retired: false }

/** The newest first; a version can have a newer patch, and be retired. */
export function VersionFields({ versions, known, onChange }: VersionFieldsProps) {
  const { t } = useTranslation('catalogue')
  const change = (place: number, changes: Partial<Version>) =>
    onChange(versions.map((one, at) => (at === place ? { ...one, ...changes } : one)))
  const patch = (place: number, changes: { name?: string; url?: string }) => {
    const merged = { name: '', url: '', ...versions[place]?.newer_patch, ...changes }
    change(place, { newer_patch: merged.name || merged.url ? merged : null })
  }
  return (
    <fieldset className={classes.part}>
      <legend>{t('version.title')}</legend>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([EMPTY, ...versions])}
        >
          {t('version.add')}
        </Button>
      </div>
      {versions.map((version, place) => (
        // Versions that have no id yet are told apart by their place alone.
        <div key={known.has(version.id) ? version.id : `new ${place}`} className={classes.line}>
          <TextInput
            size="xs"
            label={t('version.name')}
            maxLength={40}
            value={version.name}
            readOnly={known.has(version.id)}
            onChange={({ currentTarget }) => change(place, { name: currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('version.patch')}
            maxLength={120}
            value={version.newer_patch?.name ?? ''}
            onChange={({ currentTarget }) => patch(place, { name: currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('version.patchUrl')}
            placeholder={WEB}
            maxLength={300}
            value={version.newer_patch?.url ?? ''}
            onChange={({ currentTarget }) => patch(place, { url: currentTarget.value })}
          />
          <Checkbox
            size="xs"
            pb={6}
            label={t('retired')}
            checked={version.retired}
            onChange={({ currentTarget }) => change(place, { retired: currentTarget.checked })}
          />
        </div>
      ))}
    </fieldset>
  )
}
