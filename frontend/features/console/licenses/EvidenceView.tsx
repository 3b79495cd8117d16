import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Beside } from '@shared/ui/Beside'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Day } from '@shared/ui/Times'
import { countryName } from '../companies/country-name'
import { Claimants } from './Claimants'
import { LikenessChip } from './LikenessChip'
import type { LicenseLink } from './LicenseRows'

interface EvidenceViewProps {
  evidence: Evidence
  licenseLink: LicenseLink
  companyLink: (id: string, content: ReactNode) => ReactNode
  decide: ReactNode
}

/** What speaks for a claim and what against it, and the decision beside it (STF-4). */
export function EvidenceView({ evidence, licenseLink, companyLink, decide }: EvidenceViewProps) {
  return (
    <Beside
      aside={
        <>
          {decide}
          <LicenseSide evidence={evidence} link={licenseLink} />
        </>
      }
    >
      <Compared evidence={evidence} companyLink={companyLink} />
      <Claimants evidence={evidence} />
      <Others evidence={evidence} link={licenseLink} />
    </Beside>
  )
}

function Compared({ evidence, companyLink }: Pick<EvidenceViewProps, 'evidence' | 'companyLink'>) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const { check } = evidence
  return (
    <Panel title={t('evidence.names')} aside={<LikenessChip likeness={check.likeness} />}>
      <Facts
        facts={[
          [t('evidence.onLicense'), <bdi key="user">{check.end_user}</bdi>],
          [t('evidence.asCompany'), companyLink(check.company.id, <bdi>{check.company.name}</bdi>)],
          [
            t('evidence.country'),
            evidence.company_country && countryName(evidence.company_country, format.language),
          ],
          [t('evidence.since'), evidence.company_since && format.date(evidence.company_since)],
        ]}
      />
    </Panel>
  )
}

function LicenseSide({ evidence, link }: { evidence: Evidence; link: LicenseLink }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const { check } = evidence
  const id = <span className="k-code">{check.public_id}</span>
  return (
    <Panel title={t('facts.title')}>
      <Facts
        facts={[
          [t('facts.id'), link(check.id, id)],
          [t('facts.products'), check.products.join(', ')],
          [t('facts.edition'), evidence.edition],
          [t('facts.nodes'), format.number(evidence.nodes)],
          [t('facts.order'), check.order_number],
          [t('facts.serial'), evidence.serial_number],
          [t('facts.partner'), evidence.partner],
          [t('facts.issued'), <Day key="issued" value={evidence.issued_on} />],
          [t('facts.expires'), <Day key="expires" value={evidence.expires_on} />],
        ]}
      />
    </Panel>
  )
}

function Others({ evidence, link }: { evidence: Evidence; link: LicenseLink }) {
  const { t } = useTranslation(['desk', 'licenses'])
  return (
    <Panel flush title={t('evidence.others')}>
      {evidence.others.length === 0 ? (
        <NoRows>{t('evidence.noOthers')}</NoRows>
      ) : (
        <Rows>
          {evidence.others.map((other) => (
            <Row key={other.id}>
              <RowName>
                {link(other.id, other.products.join(', '))}
                <LikenessChip likeness={other.likeness} />
              </RowName>
              <Quiet>
                <bdi>{other.end_user}</bdi> · <Day value={other.expires_on} /> ·{' '}
                {t(`licenses:status.${other.status}`)}
              </Quiet>
            </Row>
          ))}
        </Rows>
      )}
    </Panel>
  )
}
