import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound, LifeBuoy, ShieldCheck, Smartphone, type LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasskeyRow } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { knowsPasskeys } from '../../passkeys/browser'
import type { SelfApi } from '../self-api'
import { type FactorAction, FactorDialog } from './FactorDialogs'
import { factorsQuery, sessionsQuery } from './queries'
import classes from './Security.module.css'

/** The second factors: an app, passkeys, and the codes for when they are lost (ACC-5). */
export function Factors({ self }: { self: SelfApi }) {
  const { t } = useTranslation('self')
  const factors = useSuspenseQuery(factorsQuery(self)).data
  const [action, setAction] = useState<FactorAction | null>(null)
  const queryClient = useQueryClient()
  const refresh = () => {
    void queryClient.invalidateQueries(factorsQuery(self))
    void queryClient.invalidateQueries(sessionsQuery(self))
  }
  const on = factors.authenticator || factors.passkeys.length > 0
  return (
    <Panel
      title={t('factors.title')}
      aside={
        on ? (
          <Chip tone="success" icon={ShieldCheck}>
            {t('factors.on')}
          </Chip>
        ) : undefined
      }
      flush
    >
      <p className={classes.intro}>{t(factors.required ? 'factors.required' : 'factors.intro')}</p>
      {factors.removal_from ? <Removal self={self} from={factors.removal_from} /> : null}
      <Rows>
        <Authenticator there={factors.authenticator} onAct={setAction} />
        {factors.passkeys.map((passkey) => (
          <Passkey key={passkey.id} passkey={passkey} onAct={setAction} />
        ))}
        {knowsPasskeys() ? <NewPasskey onAct={setAction} /> : null}
        {on ? <Codes left={factors.recovery_codes_left} onAct={setAction} /> : null}
      </Rows>
      {action ? (
        <FactorDialog
          self={self}
          action={action}
          onChanged={refresh}
          onClose={() => setAction(null)}
        />
      ) : null}
    </Panel>
  )
}

type OnAct = (action: FactorAction) => void

interface LineProps {
  icon: LucideIcon
  title: ReactNode
  detail: ReactNode
  action: ReactNode
}

function Line({ icon: Icon, title, detail, action }: LineProps) {
  return (
    <Row icon={<Icon size={20} aria-hidden />} acts={action}>
      <RowName>{title}</RowName>
      <Quiet>{detail}</Quiet>
    </Row>
  )
}

function Authenticator({ there, onAct }: { there: boolean; onAct: OnAct }) {
  const { t } = useTranslation('self')
  const act = there ? 'removeAuthenticator' : 'addAuthenticator'
  return (
    <Line
      icon={Smartphone}
      title={t('authenticator.title')}
      detail={t(there ? 'authenticator.there' : 'authenticator.none')}
      action={
        <Button variant="default" size="xs" onClick={() => onAct({ do: act })}>
          {t(there ? 'authenticator.remove' : 'authenticator.add')}
        </Button>
      }
    />
  )
}

function Passkey({ passkey, onAct }: { passkey: PasskeyRow; onAct: OnAct }) {
  const { t } = useTranslation('self')
  const format = useFormat()
  const added = t('passkey.added', { when: format.moment(passkey.created_at) })
  const used = passkey.used_on
    ? t('passkey.used', { when: format.day(passkey.used_on) })
    : t('passkey.unused')
  return (
    <Line
      icon={KeyRound}
      title={passkey.name}
      detail={`${added} · ${used}`}
      action={
        <Button
          variant="default"
          size="xs"
          onClick={() => onAct({ do: 'removePasskey', passkey })}
          aria-label={t('passkey.removeOf', { name: passkey.name })}
        >
          {t('passkey.remove')}
        </Button>
      }
    />
  )
}

function NewPasskey({ onAct }: { onAct: OnAct }) {
  const { t } = useTranslation('self')
  return (
    <Line
      icon={KeyRound}
      title={t('passkey.title')}
      detail={t('passkey.explain')}
      action={
        <Button variant="default" size="xs" onClick={() => onAct({ do: 'addPasskey' })}>
          {t('passkey.add')}
        </Button>
      }
    />
  )
}

const FEW = 3

function Codes({ left, onAct }: { left: number; onAct: OnAct }) {
  const { t } = useTranslation('self')
  return (
    <Line
      icon={LifeBuoy}
      title={t('recovery.title')}
      detail={
        left < FEW
          ? `${t('recovery.left', { count: left })} ${t('recovery.few')}`
          : t('recovery.left', { count: left })
      }
      action={
        <Button variant="default" size="xs" onClick={() => onAct({ do: 'renewCodes' })}>
          {t('recovery.renew')}
        </Button>
      }
    />
  )
}

/** Somebody who knows the password said that the factor is lost. */
function Removal({ self, from }: { self: SelfApi; from: string }) {
  const { t } = useTranslation('self')
  const format = useFormat()
  const queryClient = useQueryClient()
  const objecting = useMutation({
    mutationFn: async () => self.objectToRemoval?.(),
    onSuccess: () => queryClient.invalidateQueries(factorsQuery(self)),
  })
  return (
    <div className={classes.problem}>
      <Notice
        tone="warning"
        title={t('removal.title')}
        action={
          <Button size="xs" loading={objecting.isPending} onClick={() => objecting.mutate()}>
            {t('removal.object')}
          </Button>
        }
      >
        {t('removal.explain', { when: format.moment(from) })}
        {objecting.error ? <Problem error={objecting.error} /> : null}
      </Notice>
    </div>
  )
}
