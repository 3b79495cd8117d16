import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Codes } from '@features/licenses/history/Codes'
import { Timeline } from '@features/licenses/history/Timeline'
import type { DeskLicense } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Beside } from '@shared/ui/Beside'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { Day, Moment } from '@shared/ui/Times'
import type { RequestLink } from '../request/EarlierRequests'
import { deskHistoryQuery } from './desk'

interface LicenseViewProps {
  license: DeskLicense
  requestLink: RequestLink
  companyLink: (id: string, content: ReactNode) => ReactNode
  /** Devices that hold a seat. */
  beside?: ReactNode
}

export function LicenseView({ license, requestLink, companyLink, beside }: LicenseViewProps) {
  const history = useInfiniteQuery(deskHistoryQuery(license.id))
  return (
    <Beside
      aside={
        <>
          <Codes codes={license.codes} />
          <Timeline list={history} link={requestLink} />
        </>
      }
    >
      <LicenseFacts license={license} />
      <Holder license={license} companyLink={companyLink} />
      {beside}
    </Beside>
  )
}

function LicenseFacts({ license }: { license: DeskLicense }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const code = (text: string) => <span className="k-code">{text}</span>
  return (
    <Panel title={t('facts.title')}>
      <Facts
        facts={[
          [t('facts.id'), code(license.public_id)],
          [t('facts.code'), code(license.code)],
          [t('facts.products'), license.products.join(', ')],
          [t('facts.edition'), license.edition],
          [t('facts.nodes'), format.number(license.nodes)],
          [t('facts.endUser'), <bdi key="user">{license.end_user}</bdi>],
          [t('facts.order'), code(license.order_number)],
          [t('facts.serial'), code(license.serial_number)],
          [t('facts.partner'), license.partner],
          [t('facts.issued'), <Day key="issued" value={license.issued_on} />],
          [t('facts.starts'), <Day key="starts" value={license.starts_on} />],
          [t('facts.expires'), <Day key="expires" value={license.expires_on} />],
          [
            t('facts.activated'),
            license.activated_on ? (
              <Day key="activated" value={license.activated_on} />
            ) : (
              t('facts.never')
            ),
          ],
          [t('facts.needsCheck'), t(license.needs_check ? 'facts.yes' : 'facts.no')],
        ]}
      />
    </Panel>
  )
}

type HolderProps = Pick<LicenseViewProps, 'license' | 'companyLink'>

function Holder({ license, companyLink }: HolderProps) {
  const { t } = useTranslation(['desk', 'licenses'])
  const { company, claim } = license
  if (!company || !claim)
    return (
      <Panel title={t('holder.title')}>
        <p style={{ margin: 0 }}>{t('holder.nobody')}</p>
      </Panel>
    )
  return (
    <Panel title={t('holder.title')}>
      <Facts
        facts={[
          [t('holder.company'), companyLink(company.id, <bdi>{company.name}</bdi>)],
          [
            t('holder.state'),
            claim === 'active' ? t('holder.active') : t(`licenses:claim.${claim}`),
          ],
          [t('holder.since'), license.claimed_at && <Moment value={license.claimed_at} />],
          [t('holder.by'), license.claimed_by],
          [t('holder.refused'), license.refused_because],
        ]}
      />
    </Panel>
  )
}
