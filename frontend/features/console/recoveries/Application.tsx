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
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
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
    <Panel flush title={t('own.file')}>
      <Rows>
        <Row
          acts={
            <Button
              size="xs"
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              loading={download.isPending}
              onClick={() => download.mutate()}
            >
              {t('staff.download')}
            </Button>
          }
        >
          <bdi>{evidence.file_name}</bdi>
          <RowName>
            <Quiet>{format.bytes(evidence.file_size)}</Quiet>
            <ScanChip scan={evidence.file_verdict as ScanState} />
          </RowName>
          {download.error ? <Problem error={download.error} /> : null}
        </Row>
      </Rows>
    </Panel>
  )
}
