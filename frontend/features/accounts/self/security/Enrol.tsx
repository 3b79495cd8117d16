import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { KeyRound, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthenticatorOffer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { knowsPasskeys } from '../../passkeys/browser'
import type { SelfApi } from '../self-api'
import { ConfirmAuthenticator } from './AddAuthenticator'
import { RecoveryCodes } from './RecoveryCodes'
import { useAddPasskey } from './use-add-passkey'

interface EnrolProps {
  self: SelfApi
  onDone: () => void
  onLeave: () => void
}

/** The first second factor of staff, right after their first sign-in: nothing else is open yet. */
export function Enrol({ self, onDone, onLeave }: EnrolProps) {
  const { t } = useTranslation('self')
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes)
    return (
      <>
        <PageHeader title={t('recovery.title')} />
        <RecoveryCodes codes={codes} onKept={onDone} />
      </>
    )
  return (
    <>
      <PageHeader title={t('enrol.title')} below={t('enrol.explain')} />
      {offer ? (
        <ConfirmAuthenticator
          self={self}
          offer={offer}
          onAdded={setCodes}
          onCancel={() => setOffer(null)}
        />
      ) : (
        <Choice self={self} onOffer={setOffer} onAdded={setCodes} onLeave={onLeave} />
      )}
    </>
  )
}

interface ChoiceProps {
  self: SelfApi
  onOffer: (offer: AuthenticatorOffer) => void
  onAdded: (codes: string[]) => void
  onLeave: () => void
}

function Choice({ self, onOffer, onAdded, onLeave }: ChoiceProps) {
  const { t } = useTranslation('self')
  const add = useAddPasskey(self)
  const offering = useMutation({
    mutationFn: () => self.offerAuthenticator(null),
    onSuccess: onOffer,
  })
  const adding = useMutation({
    mutationFn: () => add('', null),
    onSuccess: (made) => (made ? onAdded(made) : undefined),
  })
  const problem = offering.error ?? adding.error
  return (
    <Stack gap="md">
      {problem ? <Problem error={problem} /> : null}
      <Button
        size="md"
        leftSection={<Smartphone size={16} aria-hidden />}
        loading={offering.isPending}
        onClick={() => offering.mutate()}
      >
        {t('enrol.authenticator')}
      </Button>
      {knowsPasskeys() ? (
        <Button
          size="md"
          variant="default"
          leftSection={<KeyRound size={16} aria-hidden />}
          loading={adding.isPending}
          onClick={() => adding.mutate()}
        >
          {t('enrol.passkey')}
        </Button>
      ) : null}
      <Button variant="subtle" color="gray" onClick={onLeave}>
        {t('enrol.leave')}
      </Button>
    </Stack>
  )
}
