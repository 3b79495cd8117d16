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
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from './Mail.module.css'
import { reopen, stoppedQuery } from './mail'
import { useLetterName } from './use-letter-name'

interface StoppedAddressesProps {
  /** The way to the company of the person who has the address. */
  link: (companyId: string, name: string) => ReactNode
}

/** Addresses that get no mail, the latest first (NOT-3). */
export function StoppedAddresses({ link }: StoppedAddressesProps) {
  const { t } = useTranslation(['mail', 'common'])
  const list = useInfiniteQuery(stoppedQuery)
  const [opening, setOpening] = useState<StoppedAddress | null>(null)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const addresses = list.data.pages.flatMap((page) => page.items)
  const heldTo = list.data.pages[0]?.held_to ?? 0
  return (
    <Panel flush title={t('stopped.title')}>
      {addresses.length === 0 ? (
        <EmptyState icon={MailCheck} title={t('stopped.empty')}>
          {t('stopped.emptyDetail')}
        </EmptyState>
      ) : null}
      <ul className={classes.rows}>
        {addresses.map((address) => (
          <Row
            key={address.id}
            address={address}
            heldTo={heldTo}
            link={link}
            onReopen={() => setOpening(address)}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            size="xs"
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        </div>
      ) : null}
      {opening ? <Reopen address={opening} onDone={() => setOpening(null)} /> : null}
    </Panel>
  )
}

interface RowProps extends StoppedAddressesProps {
  address: StoppedAddress
  heldTo: number
  onReopen: () => void
}

function Row({ address, heldTo, link, onReopen }: RowProps) {
  const { t } = useTranslation('mail')
  const format = useFormat()
  const letter = useLetterName()
  const { held, name } = address
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>
          <bdi>{address.email}</bdi>
          <Chip
            tone={address.reason === 'bounce' ? 'warning' : 'danger'}
            icon={address.reason === 'bounce' ? MailX : OctagonAlert}
          >
            {t(`stopped.reason.${address.reason}`)}
          </Chip>
        </span>
        <span className={classes.quiet}>
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
        </span>
        {address.answer ? (
          <span className={classes.quiet}>{t('stopped.answer', { answer: address.answer })}</span>
        ) : null}
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('stopped.reopenNamed', { email: address.email })}
        onClick={onReopen}
      >
        {t('stopped.reopen')}
      </Button>
    </li>
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
