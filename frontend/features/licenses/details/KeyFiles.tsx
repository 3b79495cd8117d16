import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { saveKeyFile } from '../keys/key-file'
import classes from './KeyFiles.module.css'
import { fetchKeyFile } from './license'

/** Each product the license covers, with a key file of its own (LIC-6). */
export function KeyFiles({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('licenses')
  const fetching = useMutation({
    mutationFn: (productId: string) => fetchKeyFile(license.id, productId),
    onSuccess: saveKeyFile,
  })
  return (
    <Panel title={t('details.products')}>
      <p className={classes.hint}>{t('details.keyFileHint')}</p>
      <ul className={classes.products}>
        {license.products.map(({ id, name, key_file_name: keyFile }) => (
          <li key={id} className={classes.product}>
            <span>
              <strong>{name}</strong>
              {keyFile ? <span className="k-code">{keyFile}</span> : null}
            </span>
            {keyFile ? (
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
            ) : null}
          </li>
        ))}
      </ul>
      {fetching.error ? <Problem error={fetching.error} /> : null}
    </Panel>
  )
}
