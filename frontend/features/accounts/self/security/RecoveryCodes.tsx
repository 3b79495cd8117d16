import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { saveFile } from '@shared/files'
import { CopyButton } from '@shared/ui/CopyButton'
import { Notice } from '@shared/ui/Notice'
import classes from './Security.module.css'

/** Shown this once: to be copied, printed or saved. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('self')
  const { vendor } = useConfig()
  const text = codes.join('\n')
  const save = () =>
    saveFile(
      `${vendor.name}-${t('recovery.fileName')}.txt`,
      new Blob([`${text}\n`], { type: 'text/plain' }),
    )
  return (
    <Stack gap="md">
      <Notice tone="info" title={t('recovery.keep')}>
        {t('recovery.explain')}
      </Notice>
      <ol className={classes.codes} aria-label={t('recovery.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button variant="default" onClick={save}>
            {t('recovery.save')}
          </Button>
          <CopyButton value={text} label={t('recovery.title')} />
        </Group>
        <Button onClick={onKept}>{t('recovery.kept')}</Button>
      </Group>
    </Stack>
  )
}
