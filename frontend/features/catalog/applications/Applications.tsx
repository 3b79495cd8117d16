import { Button } from '@mantine/core'
import { Archive, FlaskConical, KeyRound, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { Panel } from '@shared/ui/Panel'
import classes from '../Catalog.module.css'
import type { Application, Group } from '../catalog'
import { nameIn } from '../names'
import { ApplicationDialog } from './ApplicationDialog'

interface ApplicationsProps {
  applications: Application[]
  groups: Group[]
  mayChange: boolean
}

/** What licenses activate, with downloads, functions and trial terms (STF-10, LIC-8, LIC-15). */
export function Applications({ applications, groups, mayChange }: ApplicationsProps) {
  const { t } = useTranslation('catalogue')
  const [editing, setEditing] = useState<Application | 'new' | null>(null)
  return (
    <div className={classes.stack}>
      {mayChange ? (
        <div>
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t('application.add')}
          </Button>
        </div>
      ) : null}
      <Panel flush>
        <ul className={classes.rows}>
          {applications.map((application) => (
            <ApplicationRow
              key={application.id}
              application={application}
              onEdit={mayChange ? () => setEditing(application) : undefined}
            />
          ))}
        </ul>
      </Panel>
      {editing ? (
        <ApplicationDialog
          groups={groups}
          application={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  )
}

interface ApplicationRowProps {
  application: Application
  onEdit?: () => void
}

function ApplicationRow({ application, onEdit }: ApplicationRowProps) {
  const { t, i18n } = useTranslation('catalogue')
  const name = nameIn(i18n.language, application.names)
  const { trial } = application
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>
          {name}
          {application.retired ? (
            <Chip tone="quiet" icon={Archive}>
              {t('retired')}
            </Chip>
          ) : null}
          {application.key_file_only ? (
            <Chip tone="info" icon={KeyRound}>
              {t('application.keyFileOnlyShort')}
            </Chip>
          ) : null}
          {trial ? (
            <Chip tone="brand" icon={FlaskConical}>
              {t('trial.short', { count: trial.days })}
            </Chip>
          ) : null}
        </span>
        <span className={classes.quiet}>
          {application.versions.map((version) => version.name).join(' · ') ||
            t('application.noVersions')}
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
