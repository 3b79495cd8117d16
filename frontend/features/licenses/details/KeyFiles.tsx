import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { fromBase64, saveFile } from '@shared/files'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { fetchKeyFile } from './license'

interface KeyFilesProps {
  license: LicenseDetails
  /** Whether the person may manage licenses: others see names alone. */
  mayFetch: boolean
}

/** Each product the license covers, with a key file of its own (LIC-6). */
export function KeyFiles({ license, mayFetch }: KeyFilesProps) {
  const { t } = useTranslation('licenses')
  const fetching = useMutation({
    mutationFn: (productId: string) => fetchKeyFile(license.id, productId),
    onSuccess: (file) => saveFile(file.name, fromBase64(file.content_base64)),
  })
  const download = (id: string, keyFile: string) => (
    <Button
      variant="default"
      size="xs"
      leftSection={<Download size={14} aria-hidden />}
      loading={fetching.isPending && fetching.variables === id}
      aria-label={t('details.downloadNamed', { name: keyFile })}
      onClick={() => fetching.mutate(id)}
    >
      {t('details.download')}
    </Button>
  )
  const offered = mayFetch && license.status !== 'blocked'
  return (
    <Panel flush title={t('details.products')}>
      <NoRows>{t(`details.keyFiles.${hintFor(license, mayFetch)}`)}</NoRows>
      <Rows>
        {license.products.map(({ id, name, key_file_name: keyFile }) => (
          <Row key={id} acts={keyFile && offered ? download(id, keyFile) : null}>
            <RowName>{name}</RowName>
            {keyFile ? <Quiet code>{keyFile}</Quiet> : null}
          </Row>
        ))}
      </Rows>
      {fetching.error ? <Problem error={fetching.error} /> : null}
    </Panel>
  )
}

/** What to know before one looks for a button. */
function hintFor({ claim, status }: LicenseDetails, mayFetch: boolean) {
  if (claim !== 'active') return claim
  if (status === 'blocked') return 'blocked'
  return mayFetch ? 'usual' : 'others'
}
