import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fromBase64, saveFile } from '@shared/files'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from './Journeys.module.css'
import { exportPart } from './journeys'

/** ACC-13: part by part, so that it works however much there is. */
export function DataExport() {
  const { t } = useTranslation('journeys')
  const [parts, setParts] = useState(0)
  const exporting = useMutation({
    mutationFn: async () => {
      let after: string | null = null
      let count = 0
      do {
        const part: Awaited<ReturnType<typeof exportPart>> = await exportPart(after)
        saveFile(part.name, fromBase64(part.content_base64))
        after = part.next_after
        setParts(++count)
      } while (after)
    },
  })
  return (
    <Panel title={t('export.title')}>
      <div className={classes.ask}>
        <p style={{ margin: 0 }}>{t('export.detail')}</p>
        {exporting.error ? <Problem error={exporting.error} /> : null}
        {exporting.isSuccess ? (
          <Notice tone="success">{t('export.done', { count: parts })}</Notice>
        ) : null}
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {t('export.action')}
        </Button>
        {exporting.isPending && parts > 0 ? (
          <span role="status">{t('export.working', { count: parts })}</span>
        ) : null}
      </div>
    </Panel>
  )
}
