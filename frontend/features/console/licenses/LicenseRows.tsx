import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LicenseChips } from '@features/licenses/LicenseChips'
import type { DeskLicenseRow } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { LinkRow, Quiet, Rows } from '@shared/ui/Rows'
import { OveruseChip } from './OveruseChip'

export type LicenseLink = (id: string, content: ReactNode) => ReactNode

interface LicenseRowsProps {
  rows: DeskLicenseRow[]
  label: string
  link: LicenseLink
}

export function LicenseRows({ rows, label, link }: LicenseRowsProps) {
  const { t } = useTranslation(['desk', 'licenses'])
  const format = useFormat()
  return (
    <Rows label={label}>
      {rows.map((row) => (
        <LinkRow
          key={row.id}
          name={
            <>
              {link(row.id, row.products.join(', '))}
              <Quiet code>{row.public_id}</Quiet>
            </>
          }
          aside={
            <>
              <OveruseChip since={row.overused_at} />
              <LicenseChips license={{ status: row.status, claim: row.claim ?? 'active' }} />
            </>
          }
          below={
            <>
              <bdi>{row.end_user}</bdi> ·{' '}
              {row.company?.name === row.end_user ? null : (
                <>{row.company ? <bdi>{row.company.name}</bdi> : t('row.nobody')} · </>
              )}
              <span className="k-code">{row.order_number}</span> ·{' '}
              <span className="k-code">{row.serial_number}</span>
            </>
          }
          belowAside={
            <>
              {t('licenses:nodes', { count: row.nodes })} ·{' '}
              {t('row.ends', { day: format.day(row.expires_on) })}
            </>
          }
        />
      ))}
    </Rows>
  )
}
