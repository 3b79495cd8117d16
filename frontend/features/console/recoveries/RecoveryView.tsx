import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecoveryEvidence } from '@shared/api/staff-types'
import { Beside } from '@shared/ui/Beside'
import { Facts } from '@shared/ui/Facts'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Day, Moment } from '@shared/ui/Times'
import type { LicenseLink } from '../licenses/LicenseRows'
import { Application } from './Application'

interface RecoveryViewProps {
  evidence: RecoveryEvidence
  licenseLink: LicenseLink
  companyLink: (id: string, content: ReactNode) => ReactNode
  decide: ReactNode
}

/** What speaks for a recovery and what against it, and the decision beside it. */
export function RecoveryView({ evidence, licenseLink, companyLink, decide }: RecoveryViewProps) {
  return (
    <Beside
      aside={
        <>
          {decide}
          <Application evidence={evidence} />
          <ShownLicense evidence={evidence} link={licenseLink} />
        </>
      }
    >
      <Warnings evidence={evidence} />
      <People evidence={evidence} companyLink={companyLink} />
      <Objections evidence={evidence} />
    </Beside>
  )
}

function Warnings({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  if (evidence.state !== 'asked' || evidence.warnings.length === 0) return null
  return (
    <Notice tone="warning" title={t('staff.look')}>
      <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
        {evidence.warnings.map((warning) => (
          <li key={warning}>{t(`staff.warning.${warning}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function People({ evidence, companyLink }: Pick<RecoveryViewProps, 'evidence' | 'companyLink'>) {
  const { t } = useTranslation('recovery')
  const { company_id: id, company_name: name } = evidence
  return (
    <Panel title={t('staff.people')}>
      <Facts
        facts={[
          [t('staff.company'), name ? companyLink(id, <bdi>{name}</bdi>) : t('staff.gone')],
          [t('own.asked'), <Moment key="asked" value={evidence.asked_at} />],
          [t('own.until'), <Moment key="until" value={evidence.ends_at} />],
        ]}
      />
      <Part>{t('staff.asker')}</Part>
      <Person person={evidence.asker} />
      {evidence.words ? (
        <blockquote>
          <Quiet>{evidence.words}</Quiet>
        </blockquote>
      ) : null}
      <Part>{t('staff.owner')}</Part>
      <Person person={evidence.owner} />
    </Panel>
  )
}

function Part({ children }: { children: ReactNode }) {
  return <h3 style={{ margin: '1rem 0 0.5rem', fontSize: 'inherit' }}>{children}</h3>
}

function Person({ person }: { person: RecoveryEvidence['asker'] }) {
  const { t } = useTranslation('recovery')
  const joined = person.joined_at ? <Moment key="joined" value={person.joined_at} /> : null
  const seen = person.signed_in_at ? <Moment key="seen" value={person.signed_in_at} /> : null
  return (
    <Facts
      facts={[
        [t('staff.name'), <bdi key="name">{person.name || t('staff.left')}</bdi>],
        [t('company.email'), person.email ? <Mail key="mail" to={person.email} /> : null],
        [t('staff.inCompany'), person.in_company ? joined : t('staff.notInCompany')],
        [t('staff.signedIn'), seen ?? t('staff.never')],
      ]}
    />
  )
}

const Mail = ({ to }: { to: string }) => <a href={`mailto:${to}`}>{to}</a>

function Objections({ evidence }: { evidence: RecoveryEvidence }) {
  const { t } = useTranslation('recovery')
  return (
    <Panel flush title={t('staff.objectionsTitle')}>
      {evidence.objections.length === 0 ? (
        <NoRows>{t('staff.noObjections')}</NoRows>
      ) : (
        <Rows>
          {evidence.objections.map((one) => (
            <Row key={`${one.email} ${one.at}`}>
              <RowName>
                <bdi>{one.name || t('staff.left')}</bdi>
                {one.owner ? ` (${t('staff.owner')})` : null}
              </RowName>
              <Quiet>
                {one.email} · <Moment value={one.at} />
              </Quiet>
              {one.words ? <span>{one.words}</span> : null}
            </Row>
          ))}
        </Rows>
      )}
    </Panel>
  )
}

function ShownLicense({ evidence, link }: { evidence: RecoveryEvidence; link: LicenseLink }) {
  const { t } = useTranslation(['recovery', 'licenses'])
  const { license } = evidence
  const id = <span className="k-code">{license.public_id}</span>
  return (
    <Panel title={t('staff.license')}>
      <Facts
        facts={[
          [t('own.license'), link(license.id, id)],
          [t('staff.product'), license.product],
          [t('staff.shown'), t(license.by === 'key_file' ? 'staff.byFile' : 'staff.byCode')],
          [t('staff.status'), license.status ? t(`licenses:status.${license.status}`) : null],
          [
            t('staff.expires'),
            license.expires_on ? <Day key="day" value={license.expires_on} /> : null,
          ],
          [t('staff.held'), t(license.held ? 'staff.yes' : 'staff.no')],
        ]}
      />
    </Panel>
  )
}
