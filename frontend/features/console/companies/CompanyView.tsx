import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { CompanyPerson, StaffCompany } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Beside } from '@shared/ui/Beside'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Age } from '@shared/ui/Times'
import type { RequestLink } from '../request/EarlierRequests'
import { CompanyPeople } from './CompanyPeople'
import { countryName } from './country-name'
import { RestoreHistory } from './RestoreHistory'

interface CompanyViewProps {
  company: StaffCompany
  link: RequestLink
  /** Leads to the company's licenses. */
  licensesLink: (content: ReactNode) => ReactNode
  /** License desk and supervisors change companies; agents look. */
  mayKeep: boolean
}

export function CompanyView({ company, link, licensesLink, mayKeep }: CompanyViewProps) {
  const { t } = useTranslation('customers')
  const [restoring, setRestoring] = useState<CompanyPerson | null>(null)
  return (
    <Beside aside={<NewestRequests company={company} link={link} />}>
      <CompanyFacts company={company} licensesLink={licensesLink} />
      <CompanyPeople
        id={company.id}
        actions={
          mayKeep
            ? (person) => (
                <Button size="compact-xs" variant="subtle" onClick={() => setRestoring(person)}>
                  {t('history.open')}
                </Button>
              )
            : undefined
        }
      />
      {restoring ? (
        <RestoreHistory
          companyId={company.id}
          person={restoring}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </Beside>
  )
}

function CompanyFacts({
  company,
  licensesLink,
}: Pick<CompanyViewProps, 'company' | 'licensesLink'>) {
  const { t } = useTranslation(['customers', 'console'])
  const format = useFormat()
  const number = format.number(company.licenses)
  const all = company.licenses < company.counted_to
  const counted = all ? number : t('console:queue.atLeast', { number })
  return (
    <Panel title={t('page.facts')}>
      <Facts
        facts={[
          [t('page.owner'), <Owner key="owner" company={company} />],
          [t('page.branches'), company.branches.join(', ') || t('page.noBranches')],
          [t('page.country'), countryName(company.country, format.language)],
          [
            t('page.licenses'),
            company.licenses === 0 ? (
              counted
            ) : (
              <>
                {counted} · {licensesLink(t('page.showLicenses'))}
              </>
            ),
          ],
          [t('page.since'), format.date(company.created_at)],
          [
            t('page.number'),
            <span key="number" className="k-code">
              {company.id}
            </span>,
          ],
        ]}
      />
    </Panel>
  )
}

function Owner({ company: { owner } }: { company: StaffCompany }) {
  const { t } = useTranslation('customers')
  if (!owner) return t('page.noOwner')
  return (
    <>
      <bdi>{owner.name}</bdi> · <a href={`mailto:${owner.email}`}>{owner.email}</a>
    </>
  )
}

function NewestRequests({ company, link }: Pick<CompanyViewProps, 'company' | 'link'>) {
  const { t } = useTranslation('customers')
  return (
    <Panel flush title={t('page.requests')}>
      {company.requests.length === 0 ? (
        <NoRows>{t('page.noRequests')}</NoRows>
      ) : (
        <Rows>
          {company.requests.map((request) => (
            <Row key={request.id}>
              <span>{link(request.id, request.subject)}</span>
              <RowName>
                <StatusChip status={request.status} staff />
                <Quiet code>{request.number}</Quiet>
                <Quiet>
                  <Age value={request.created_at} />
                </Quiet>
              </RowName>
            </Row>
          ))}
        </Rows>
      )}
    </Panel>
  )
}
