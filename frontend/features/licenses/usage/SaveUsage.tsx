import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '@shared/files'
import { Problem } from '@shared/ui/Problem'
import { Quiet } from '@shared/ui/Rows'
import classes from './Usage.module.css'
import { fetchUsageAsCsv } from './usage'

/** Saves the whole report as one table; how far it is stands beside the button. */
export function SaveUsage({ company }: { company: string }) {
  const { t } = useTranslation('devices')
  const [lines, count] = useState(0)
  const saving = useMutation({
    mutationFn: () => fetchUsageAsCsv(count),
    onMutate: () => count(0),
    onSuccess: (table) => saveFile(`${company} ${t('usage.file')}.csv`, table),
  })
  return (
    <>
      {saving.error ? <Problem error={saving.error} /> : null}
      <div className={classes.save}>
        <span role="status" className={classes.progress}>
          {saving.isPending && lines > 0 ? (
            <Quiet>{t('usage.progress', { count: lines })}</Quiet>
          ) : null}
        </span>
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('csv')}
        </Button>
      </div>
    </>
  )
}
