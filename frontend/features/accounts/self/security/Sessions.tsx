import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Laptop, MapPin, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionRow } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Age } from '@shared/ui/Times'
import { useLeave } from '../../session/leave'
import type { SelfApi } from '../self-api'
import { sessionsQuery } from './queries'
import classes from './Security.module.css'

interface SessionsProps {
  self: SelfApi
}

/** Where the person is signed in (ACC-5). */
export function Sessions({ self }: SessionsProps) {
  const { t } = useTranslation('self')
  const { items } = useSuspenseQuery(sessionsQuery(self)).data
  const queryClient = useQueryClient()
  const ending = useMutation({
    mutationFn: self.endSession,
    onSettled: () => queryClient.invalidateQueries(sessionsQuery(self)),
  })
  return (
    <Panel title={t('sessions.title')} aside={<Everywhere self={self} />} flush>
      {ending.error ? (
        <div className={classes.problem}>
          <Problem error={ending.error} />
        </div>
      ) : null}
      <Rows>
        {items.map((session) => (
          <Session
            key={session.id}
            session={session}
            busy={ending.isPending && ending.variables === session.id}
            onEnd={() => ending.mutate(session.id)}
          />
        ))}
      </Rows>
    </Panel>
  )
}

const HELD_IN_HAND = ['Android', 'iPhone', 'iPad']

interface SessionProps {
  session: SessionRow
  busy: boolean
  onEnd: () => void
}

function Session({ session, busy, onEnd }: SessionProps) {
  const { t } = useTranslation('self')
  const format = useFormat()
  const name = useDeviceName()(session)
  const Icon = HELD_IN_HAND.includes(session.system) ? Smartphone : Laptop
  const end = (
    <Button
      variant="default"
      size="xs"
      loading={busy}
      onClick={onEnd}
      aria-label={t('sessions.endOf', { name })}
    >
      {t('sessions.end')}
    </Button>
  )
  return (
    <Row icon={<Icon size={20} aria-hidden />} acts={session.current ? null : end}>
      <RowName>
        {name} {session.current ? <Here /> : null}
      </RowName>
      <Quiet>
        {session.current ? null : (
          <>
            {t('sessions.seen')} <Age value={session.seen_at} /> ·{' '}
          </>
        )}
        {t('sessions.since', { when: format.moment(session.began_at) })}
      </Quiet>
    </Row>
  )
}

function Here() {
  const { t } = useTranslation('self')
  return (
    <Chip tone="success" icon={MapPin}>
      {t('sessions.current')}
    </Chip>
  )
}

function useDeviceName() {
  const { t } = useTranslation('self')
  return ({ browser, system }: SessionRow) =>
    browser && system
      ? t('sessions.device', { browser, system })
      : browser || system || t('sessions.unknown')
}

function Everywhere({ self }: SessionsProps) {
  const { t } = useTranslation('self')
  const leave = useLeave()
  const [asking, setAsking] = useState(false)
  const ending = useMutation({ mutationFn: () => leave(self.endAllSessions) })
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('sessions.everywhere')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('sessions.everywhereTitle')}
        confirmLabel={t('sessions.everywhere')}
        busy={ending.isPending}
        error={ending.error}
        onConfirm={() => ending.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('sessions.everywhereExplain')}
      </ConfirmDialog>
    </>
  )
}
