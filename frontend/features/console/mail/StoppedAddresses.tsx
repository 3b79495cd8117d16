import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { MailCheck, MailX, OctagonAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoppedAddress } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { EmptyState } from '@shared/ui/EmptyState'
import { Pages } from '@shared/ui/Pages'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { reopen, stoppedQuery } from './mail'
import { useLetterName } from './use-letter-name'

interface StoppedAddressesProps {
  /** The way to the company of the person who has the address. */
  link: (companyId: string, name: string) => ReactNode
}

/** Addresses that get no mail, the latest first (NOT-3). */
export function StoppedAddresses({ link }: StoppedAddressesProps) {
  const { t } = useTranslation('mail')
  const list = useInfiniteQuery(stoppedQuery)
  const [opening, setOpening] = useState<StoppedAddress | null>(null)
  const heldTo = list.data?.pages[0]?.held_to ?? 0
  return (
    <>
      <Pages
        list={list}
        title={t('stopped.title')}
        empty={
          <EmptyState icon={MailCheck} title={t('stopped.empty')}>
            {t('stopped.emptyDetail')}
          </EmptyState>
        }
      >
        {(addresses) => (
          <Rows>
            {addresses.map((address) => (
              <Address
                key={address.id}
                address={address}
                heldTo={heldTo}
                link={link}
                onReopen={() => setOpening(address)}
              />
            ))}
          </Rows>
        )}
      </Pages>
      {opening ? <Reopen address={opening} onDone={() => setOpening(null)} /> : null}
    </>
  )
}

interface AddressProps extends StoppedAddressesProps {
  address: StoppedAddress
  heldTo: number
  onReopen: () => void
}

function Address({ address, heldTo, link, onReopen }: AddressProps) {
  const { t } = useTranslation('mail')
  const format = useFormat()
  const letter = useLetterName()
  const { held, name, reason } = address
  const bounced = reason === 'bounce'
  return (
    <Row
      acts={
        <Button
          size="xs"
          variant="default"
          aria-label={t('stopped.reopenNamed', { email: address.email })}
          onClick={onReopen}
        >
          {t('stopped.reopen')}
        </Button>
      }
    >
      <RowName>
        <bdi>{address.email}</bdi>
        <Chip tone={bounced ? 'warning' : 'danger'} icon={bounced ? MailX : OctagonAlert}>
          {t(`stopped.reason.${reason}`)}
        </Chip>
      </RowName>
      <Quiet>
        {name ? (
          <>
            {address.company_id ? link(address.company_id, name) : <bdi>{name}</bdi>}
            {' · '}
          </>
        ) : null}
        {t('stopped.since', { when: format.moment(address.since) })}
        {', '}
        {t('stopped.after', { letter: letter(address.template) })}
        {held > 0
          ? ` · ${t('stopped.held', { count: held, shown: held < heldTo ? held : `${heldTo}+` })}`
          : null}
      </Quiet>
      {address.answer ? <Quiet>{t('stopped.answer', { answer: address.answer })}</Quiet> : null}
    </Row>
  )
}

function Reopen({ address, onDone }: { address: StoppedAddress; onDone: () => void }) {
  const { t } = useTranslation('mail')
  const queryClient = useQueryClient()
  const opening = useMutation({
    mutationFn: () => reopen(address.id),
    onSuccess: () => {
      onDone()
      return queryClient.invalidateQueries(stoppedQuery)
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('stopped.reopenNamed', { email: address.email })}
      confirmLabel={t('stopped.reopen')}
      busy={opening.isPending}
      error={opening.error}
      onConfirm={() => opening.mutate()}
      onCancel={onDone}
    >
      {address.reason === 'complaint' ? <p>{t('stopped.complaintDetail')}</p> : null}
      <p>{t('stopped.reopenDetail')}</p>
    </ConfirmDialog>
  )
}
