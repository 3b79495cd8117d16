import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download, FileIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ScanState, TicketFile } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { CopyButton } from '@shared/ui/CopyButton'
import { Problem } from '@shared/ui/Problem'
import classes from './FileReceipts.module.css'
import { ScanChip } from './ScanChip'

/** Out of quarantine: the scan has spoken, and not against it (REQ-4). */
const RELEASED: ReadonlySet<ScanState> = new Set(['clean', 'unscannable'])

interface FileReceiptsProps {
  files: TicketFile[]
  addressOf: (fileId: string) => Promise<string>
}

/** The files of a message, each with its receipt: size, checksum, and what the scan said. */
export function FileReceipts({ files, addressOf }: FileReceiptsProps) {
  const { t } = useTranslation('tickets')
  if (files.length === 0) return null
  return (
    <ul className={classes.files} aria-label={t('files.label')}>
      {files.map((file) => (
        <FileReceipt key={file.id} file={file} addressOf={addressOf} />
      ))}
    </ul>
  )
}

interface FileReceiptProps {
  file: TicketFile
  addressOf: (fileId: string) => Promise<string>
}

function FileReceipt({ file, addressOf }: FileReceiptProps) {
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
        <details className={classes.receipt}>
          <summary>{t('files.receipt')}</summary>
          <span className={classes.checksum}>
            <span className="k-code">{file.sha256}</span>
            <CopyButton value={file.sha256} label={t('files.checksum')} />
          </span>
        </details>
        {download.error ? <Problem error={download.error} /> : null}
      </div>
      {RELEASED.has(file.scan) ? (
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
