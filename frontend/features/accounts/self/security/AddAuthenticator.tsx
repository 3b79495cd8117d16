import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthenticatorOffer } from '@shared/api/types'
import { CopyButton } from '@shared/ui/CopyButton'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Loading } from '@shared/ui/Loading'
import type { SelfApi } from '../self-api'
import classes from './Security.module.css'

// The code's generator comes with its own chunk: few need it, and once.
const QrCode = lazy(async () => ({ default: (await import('./QrCode')).QrCode }))

interface ConfirmAuthenticatorProps {
  self: SelfApi
  offer: AuthenticatorOffer
  onAdded: (codes: string[]) => void
  onCancel?: () => void
}

/** The QR code for the app, and the app's code back. */
export function ConfirmAuthenticator(props: ConfirmAuthenticatorProps) {
  const { t } = useTranslation('self')
  const { offer, self } = props
  const [code, setCode] = useState('')
  const confirming = useMutation({
    mutationFn: () => self.confirmAuthenticator({ token: offer.token, code }),
    onSuccess: (answer) => props.onAdded(answer.recovery_codes),
  })
  const { fields, rest } = sortErrors(confirming.error, ['code'])
  return (
    <DialogForm
      confirm={t('authenticator.confirm')}
      busy={confirming.isPending}
      error={rest}
      onSubmit={() => code.trim() && confirming.mutate()}
      onCancel={props.onCancel}
    >
      <div>{t('authenticator.scan')}</div>
      <div className={classes.qr}>
        <Suspense fallback={<Loading />}>
          <QrCode text={offer.uri} label={t('authenticator.qr')} />
        </Suspense>
        <div className={classes.secret}>
          <span>{t('authenticator.byHand')}</span>
          <span>
            <code>{grouped(offer.secret)}</code>{' '}
            <CopyButton value={offer.secret} label={t('authenticator.key')} />
          </span>
        </div>
      </div>
      <TextInput
        label={t('authenticator.code')}
        description={t('authenticator.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={({ currentTarget }) => {
          setCode(currentTarget.value)
          confirming.reset()
        }}
        error={fields.code}
      />
    </DialogForm>
  )
}

const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')
