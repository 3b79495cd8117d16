import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download, FileIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ScanState, TicketFile } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Problem } from '@shared/ui/Problem'
import classes from './FileReceipts.module.css'
import { Receipt } from './Receipt'
import { ScanChip } from './ScanChip'

interface FileReceiptsProps {
  files: TicketFile[]
  addressOf: (fileId: string) => Promise<string>
  /** Staff may fetch what could not be scanned, at their own risk (STF-7); customers may not. */
  staff?: boolean
}

/** The files of a message, each with its receipt: size, checksum, and what the scan said. */
export function FileReceipts({ files, addressOf, staff }: FileReceiptsProps) {
  const { t } = useTranslation('tickets')
  if (files.length === 0) return null
  return (
    <ul className={classes.files} aria-label={t('files.label')}>
      {files.map((file) => (
        <FileReceipt key={file.id} file={file} addressOf={addressOf} staff={staff} />
      ))}
    </ul>
  )
}

interface FileReceiptProps {
  file: TicketFile
  addressOf: (fileId: string) => Promise<string>
  staff?: boolean
}

function FileReceipt({ file, addressOf, staff }: FileReceiptProps) {
  const { t } = useTranslation('tickets')
  const format = useFormat()
  const download = useMutation({
    mutationFn: () => addressOf(file.id),
    // The bucket answers with an attachment: the browser saves it, and the page stays.
    onSuccess: (url) => window.location.assign(url),
  })
  return (
    <li className={classes.file}>
      <FileIcon size={16} className={classes.icon} aria-hidden />
      <div className={classes.what}>
        <bdi className={classes.name}>{file.name}</bdi>
        <span className={classes.facts}>
          {format.bytes(file.size)}
          <ScanChip scan={file.scan} />
        </span>
        {file.sha256 ? <Receipt checksum={file.sha256} /> : null}
        {staff && file.scan === 'unscannable' ? (
          <span className={classes.risk}>{t('files.risk')}</span>
        ) : null}
        {download.error ? <Problem error={download.error} /> : null}
      </div>
      {isReleased(file.scan, staff) ? (
        <Button
          className={classes.download}
          variant="default"
          size="compact-sm"
          leftSection={<Download size={14} aria-hidden />}
          loading={download.isPending}
          aria-label={t('files.downloadNamed', { name: file.name })}
          onClick={() => download.mutate()}
        >
          {t('files.download')}
        </Button>
      ) : null}
    </li>
  )
}

/** Out of quarantine: the scan has spoken, and not against it (REQ-4). */
function isReleased(scan: ScanState, staff = false): boolean {
  return scan === 'clean' || (staff && scan === 'unscannable')
}
