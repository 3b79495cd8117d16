import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ScanChip } from '@features/tickets/files/ScanChip'
import type { RecoveryEvidence } from '@shared/api/staff-types'
import type { ScanState } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from '../licenses/Desk.module.css'
import { applicationAddress } from './recoveries'

/** The official application, to be downloaded. */
export function Application({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const download = useMutation({
    mutationFn: () => applicationAddress(evidence.id),
    // The bucket answers with an attachment: the browser saves it, and the page stays.
    onSuccess: (url) => window.location.assign(url),
  })
  return (
    <Panel title={t('own.file')}>
      <div className={classes.person}>
        <bdi style={{ overflowWrap: 'anywhere' }}>{evidence.file_name}</bdi>
        <span className={classes.chips}>
          <span className={classes.quiet}>{format.bytes(evidence.file_size)}</span>
          <ScanChip scan={evidence.file_verdict as ScanState} />
        </span>
        {download.error ? <Problem error={download.error} /> : null}
        <Button
          variant="default"
          style={{ justifySelf: 'start', alignSelf: 'flex-start' }}
          leftSection={<Download size={15} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('staff.download')}
        </Button>
      </div>
    </Panel>
  )
}
