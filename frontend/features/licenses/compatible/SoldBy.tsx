import { useQuery } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { Panel } from '@shared/ui/Panel'
import type { components } from '@shared/api/schema'
import classes from './Compatible.module.css'
import { compatibleQuery } from './compatible'

type Partner = components['schemas']['PartnerEntry']

interface SoldByProps {
  licenseId: string
  /** The name that stands on the order, if one does. */
  named: string | null
  /** Drawn by the page, as partners are another feature. */
  show: (partner: Partner) => ReactNode
}

/** Who sold a license, and whom to ask about it (LIC-16). */
export function SoldBy({ licenseId, named, show }: SoldByProps) {
  const { t, i18n } = useTranslation('shop')
  const { vendor } = useConfig()
  const partner = useQuery(compatibleQuery(licenseId, i18n.language)).data?.partner
  return (
    <Panel title={t('soldBy.title')} flush={Boolean(partner)}>
      {partner ? (
        show(partner)
      ) : (
        <p className={classes.quiet}>
          {named
            ? t('soldBy.unknown', { name: named })
            : t('soldBy.vendor', { vendor: vendor.name })}{' '}
          <a href={`mailto:${vendor.support_email}`}>{vendor.support_email}</a>
        </p>
      )}
    </Panel>
  )
}
