import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, PackageX } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ticketFormQuery } from '@features/tickets/form/open-ticket'
import { ticketQuery } from '@features/tickets/request/ticket'
import { LeaveGuard } from '@features/tickets/upload/LeaveGuard'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { useDataStatement } from '../use-data-statement'

// What it brings (uploads above all) comes while the choices are fetched.
const NewTicketForm = lazy(async () => ({
  default: (await import('@features/tickets/form/NewTicketForm')).NewTicketForm,
}))
const route = getRouteApi('/signed-in/requests/new')

export function NewRequestPage() {
  const { t, i18n } = useTranslation('tickets')
  const form = useSuspenseQuery(ticketFormQuery(i18n.language)).data
  const related = useRelated()
  const statement = useDataStatement()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader
        title={t('form.title')}
        back={
          <AnchorLink to="/requests" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('nav.requests')}
          </AnchorLink>
        }
      />
      {form.groups.length === 0 ? (
        <EmptyState
          icon={PackageX}
          title={t('form.noProducts.title')}
          action={<ButtonLink to="/licenses">{t('form.noProducts.action')}</ButtonLink>}
        >
          {t('form.noProducts.detail')}
        </EmptyState>
      ) : (
        <Suspense fallback={<Loading />}>
          <NewTicketForm
            form={form}
            statement={statement}
            related={related}
            guard={(uploads) => <LeaveGuard busy={uploads.list.isBusy()} />}
            onOpened={({ id, number }) =>
              void navigate({
                to: '/requests/$requestId',
                params: { requestId: id },
                state: { opened: number },
              })
            }
          />
        </Suspense>
      )}
    </>
  )
}

/** The closed request that the new one goes on from, by the id in the address. */
function useRelated() {
  const { t, i18n } = useTranslation('tickets')
  const { related } = route.useSearch()
  const found = useQuery({ ...ticketQuery(related ?? '', i18n.language), enabled: !!related }).data
  if (!found) return null
  return {
    id: found.id,
    shown: <Notice tone="info">{t('form.related', { number: found.number })}</Notice>,
  }
}
