import { Button } from '@mantine/core'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Age } from '@shared/ui/Times'
import classes from './Upload.module.css'
import type { Uploads } from './use-uploads'

/** What an earlier visit left: whole files to use, broken-off ones to go on with. */
export function EarlierUploads({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('tickets')
  const format = useFormat()
  if (uploads.earlier.length === 0) return null
  return (
    <div className={classes.earlier}>
      <p className={classes.earlierTitle}>
        <History size={15} aria-hidden /> {t('upload.earlier.title')}
      </p>
      <ul className={classes.list}>
        {uploads.earlier.map((upload) => (
          <li key={upload.key} className={classes.row}>
            <div className={classes.what}>
              <bdi className={classes.name}>{upload.filename}</bdi>
              <span className={classes.state}>
                {format.bytes(upload.size)} · <Age value={upload.created_at} /> ·{' '}
                {t(`upload.earlier.${upload.state}`)}
              </span>
            </div>
            <div className={classes.buttons}>
              {upload.state === 'complete' && !uploads.list.isFull() ? (
                <Button size="compact-sm" variant="default" onClick={() => uploads.attach(upload)}>
                  {t('upload.earlier.use')}
                </Button>
              ) : null}
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => void uploads.forget(upload)}
              >
                {t('upload.earlier.discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
