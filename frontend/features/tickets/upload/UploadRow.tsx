import { ActionIcon } from '@mantine/core'
import { CircleAlert, CircleCheck, FileIcon, Pause, Play, RotateCcw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Receipt } from '../files/Receipt'
import classes from './Upload.module.css'
import type { UploadEntry } from './upload-list'
import { useProgressText } from './use-progress-text'

interface UploadRowProps {
  entry: UploadEntry
  onRemove: () => void
}

export function UploadRow({ entry, onRemove }: UploadRowProps) {
  const { t } = useTranslation(['tickets', 'common'])
  const text = useProgressText()(entry)
  const { phase, sent, receipt } = entry.progress
  const percent = entry.size > 0 ? Math.floor((sent / entry.size) * 100) : 0
  const Icon = phase === 'done' ? CircleCheck : phase === 'failed' ? CircleAlert : FileIcon
  return (
    <li className={classes.row} data-phase={phase}>
      <Icon size={18} className={classes.icon} aria-hidden />
      <div className={classes.what}>
        <bdi className={classes.name}>{entry.name}</bdi>
        {phase === 'done' ? null : (
          <progress
            className={classes.bar}
            max={100}
            value={percent}
            aria-label={t('upload.progressOf', { name: entry.name })}
          />
        )}
        <span className={classes.state}>{text}</span>
        <span role="status" className={classes.spoken}>
          {t('upload.spoken', { name: entry.name, state: t(`upload.phase.${phase}`) })}
        </span>
        {receipt?.sha256 ? <Receipt checksum={receipt.sha256} /> : null}
      </div>
      <div className={classes.buttons}>
        <RunButton entry={entry} />
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={t('common:file.remove', { name: entry.name })}
        >
          <X size={17} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  )
}

function RunButton({ entry: { upload, progress, name } }: { entry: UploadEntry }) {
  const { t } = useTranslation('tickets')
  const { phase } = progress
  if (!upload || phase === 'done' || phase === 'finishing') return null
  const [Icon, label, act] =
    phase === 'paused'
      ? ([Play, t('upload.resume', { name }), () => void upload.start()] as const)
      : phase === 'failed'
        ? ([RotateCcw, t('upload.retry', { name }), () => void upload.start()] as const)
        : ([Pause, t('upload.pause', { name }), () => upload.pause()] as const)
  return (
    <ActionIcon variant="subtle" color="gray" onClick={act} aria-label={label} title={label}>
      <Icon size={17} aria-hidden />
    </ActionIcon>
  )
}
