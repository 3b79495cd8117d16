import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { useFormat } from '@shared/i18n/use-format'
import { DropArea } from '@shared/ui/DropArea'
import { Notice } from '@shared/ui/Notice'
import { EarlierUploads } from './EarlierUploads'
import { type DataStatement, StatementDialog } from './StatementDialog'
import classes from './Upload.module.css'
import { UploadRow } from './UploadRow'
import type { Uploads } from './use-uploads'

interface UploadFieldProps {
  uploads: Uploads
  /** Asked for before a person's first upload ever; null for those who need not accept it. */
  statement: DataStatement | null
  /** One application, and no more. */
  application?: boolean
}

/** Attachments of a message: chosen or dropped, sent at once, each with its progress (REQ-4). */
export function UploadField({ uploads, statement, application }: UploadFieldProps) {
  const { t } = useTranslation('tickets')
  const { limits } = useConfig()
  const format = useFormat()
  const [asking, setAsking] = useState<File[] | null>(null)
  const { list } = uploads
  const take = (files: File[]) =>
    statement && !statement.accepted ? setAsking(files) : uploads.add(files)
  const most = application
    ? { count: 1, size: format.bytes(limits.application_bytes) }
    : { count: limits.files_per_message, size: format.bytes(limits.file_bytes) }
  return (
    <section className={classes.field} aria-label={t('upload.label')}>
      {list.entries.length > 0 ? (
        <ul className={classes.list}>
          {list.entries.map((entry) => (
            <UploadRow key={entry.id} entry={entry} onRemove={() => void uploads.remove(entry)} />
          ))}
        </ul>
      ) : null}
      {list.refusals.map(({ name, reason }) => (
        <Notice key={name} tone="warning">
          {t(`upload.refused.${reason}`, { name, ...most })}
        </Notice>
      ))}
      {list.isFull() ? null : (
        <DropArea
          multiple={!application}
          label={t(application ? 'upload.chooseOne' : 'upload.choose')}
          hint={t(application ? 'upload.hintOne' : 'upload.hint', most)}
          onFiles={take}
        />
      )}
      <EarlierUploads uploads={uploads} />
      {statement ? (
        <StatementDialog
          opened={asking !== null}
          statement={statement}
          onAccepted={() => {
            uploads.add(asking ?? [])
            setAsking(null)
          }}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </section>
  )
}
