import { useInfiniteQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseUsage } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { Pages } from '@shared/ui/Pages'
import { Rows } from '@shared/ui/Rows'
import { UsedLicense } from './UsedLicense'
import { usageQuery } from './usage'

interface UsageReportProps {
  /** Leads to the license. */
  link: (license: LicenseUsage, name: ReactNode, label?: string) => ReactNode
}

/** Each license with the devices that hold its seats (LIC-17). */
export function UsageReport({ link }: UsageReportProps) {
  const { t } = useTranslation('devices')
  const list = useInfiniteQuery(usageQuery)
  const nothing = (
    <EmptyState icon={KeyRound} title={t('usage.empty.title')}>
      {t('usage.empty.detail')}
    </EmptyState>
  )
  return (
    <Pages list={list} empty={nothing}>
      {(licenses) => (
        <Rows label={t('usage.title')}>
          {licenses.map((license) => (
            <UsedLicense key={license.id} license={license} link={link} />
          ))}
        </Rows>
      )}
    </Pages>
  )
}
