import { FlaskConical, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { Panel } from '@shared/ui/Panel'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import type { Application, Group } from '../catalog'
import { CatalogList, EditButton, RetiredChip } from '../CatalogList'
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
    <CatalogList add={t('application.add')} onAdd={mayChange ? () => setEditing('new') : undefined}>
      <Panel flush>
        <Rows>
          {applications.map((application) => (
            <ApplicationRow
              key={application.id}
              application={application}
              onEdit={mayChange ? () => setEditing(application) : undefined}
            />
          ))}
        </Rows>
      </Panel>
      {editing ? (
        <ApplicationDialog
          groups={groups}
          application={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </CatalogList>
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
    <Row acts={onEdit ? <EditButton name={name} onEdit={onEdit} /> : null}>
      <RowName>
        {name}
        {application.retired ? <RetiredChip /> : null}
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
      </RowName>
      <Quiet>
        {application.versions.map((version) => version.name).join(' · ') ||
          t('application.noVersions')}
      </Quiet>
    </Row>
  )
}
