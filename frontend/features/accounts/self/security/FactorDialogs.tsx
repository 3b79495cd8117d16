import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthenticatorOffer, PasskeyRow } from '@shared/api/types'
import { Dialog } from '@shared/ui/Dialog'
import type { SelfApi } from '../self-api'
import { ConfirmAuthenticator } from './AddAuthenticator'
import { PasswordForm } from './PasswordForm'
import { RecoveryCodes } from './RecoveryCodes'
import { useAddPasskey } from './use-add-passkey'

/** What the person is about to do with their second factors. */
export type FactorAction =
  | { do: 'addAuthenticator' | 'removeAuthenticator' | 'addPasskey' | 'renewCodes' }
  | { do: 'removePasskey'; passkey: PasskeyRow }

interface FactorDialogProps {
  self: SelfApi
  action: FactorAction
  /** Something changed; the dialog may still show what came of it. */
  onChanged: () => void
  onClose: () => void
}

/** Password, then the act itself, then (with the first factor) the recovery codes. */
export function FactorDialog(props: FactorDialogProps) {
  const { t } = useTranslation('self')
  const [codes, setCodes] = useState<string[] | null>(null)
  const name = props.action.do === 'removePasskey' ? props.action.passkey.name : ''
  const close = () => {
    props.onChanged()
    props.onClose()
  }
  const finish = (made: string[]) => (made.length > 0 ? setCodes(made) : close())
  return (
    <Dialog
      opened
      title={codes ? t('recovery.title') : t(`factor.${props.action.do}.title`, { name })}
      onClose={close}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onKept={close} />
      ) : (
        <Act {...props} onDone={finish} onClose={close} />
      )}
    </Dialog>
  )
}

interface ActProps extends FactorDialogProps {
  onDone: (codes: string[]) => void
}

function Act({ self, action, onDone, onClose }: ActProps) {
  const { t } = useTranslation('self')
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null)
  if (action.do === 'addPasskey')
    return <NamePasskey self={self} onDone={onDone} onCancel={onClose} />
  if (offer)
    return <ConfirmAuthenticator self={self} offer={offer} onAdded={onDone} onCancel={onClose} />
  const run = async (password: string) => {
    if (action.do === 'addAuthenticator') return setOffer(await self.offerAuthenticator(password))
    if (action.do === 'renewCodes') return onDone((await self.renewCodes(password)).recovery_codes)
    if (action.do === 'removeAuthenticator') await self.removeAuthenticator(password)
    if (action.do === 'removePasskey') await self.removePasskey(action.passkey.id, password)
    onDone([])
  }
  const danger = action.do === 'removeAuthenticator' || action.do === 'removePasskey'
  return (
    <PasswordForm
      key={action.do}
      explain={t(`factor.${action.do}.explain`)}
      submit={t(`factor.${action.do}.submit`)}
      danger={danger}
      run={run}
      onCancel={onClose}
    />
  )
}

interface NamePasskeyProps {
  self: SelfApi
  onDone: (codes: string[]) => void
  onCancel: () => void
}

function NamePasskey({ self, onDone, onCancel }: NamePasskeyProps) {
  const { t } = useTranslation('self')
  const [name, setName] = useState('')
  const add = useAddPasskey(self)
  return (
    <PasswordForm
      explain={t('factor.addPasskey.explain')}
      submit={t('factor.addPasskey.submit')}
      run={async (password) => {
        const codes = await add(name, password)
        if (codes) onDone(codes)
      }}
      onCancel={onCancel}
    >
      <TextInput
        label={t('passkey.name')}
        description={t('passkey.nameHint')}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </PasswordForm>
  )
}
