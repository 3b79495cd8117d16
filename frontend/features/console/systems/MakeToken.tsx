import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { CopyButton } from '@shared/ui/CopyButton'
import { Dialog } from '@shared/ui/Dialog'
import { DialogFoot } from '@shared/ui/DialogFoot'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Notice } from '@shared/ui/Notice'
import classes from './Systems.module.css'
import { makeToken, type NewToken, type Scope, SCOPE_TEXTS, SCOPES, tokensKey } from './tokens'

const FIELDS = ['name', 'scopes', 'ends_on']

/** Makes a token, and shows its text this once. */
export function MakeToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['systems', 'common'])
  const [made, setMade] = useState<string | null>(null)
  return (
    <Dialog opened title={t('token.make')} onClose={onClose}>
      {made === null ? (
        <TokenForm onMade={setMade} onCancel={onClose} />
      ) : (
        <Stack gap="md">
          <Notice tone="warning" title={t('token.once')}>
            {t('token.onceDetail')}
          </Notice>
          <p className={classes.secret}>
            <span className="k-code">{made}</span>{' '}
            <CopyButton value={made} label={t('token.text')} />
          </p>
          <DialogFoot confirm={t('common:close')} onConfirm={onClose} />
        </Stack>
      )}
    </Dialog>
  )
}

interface TokenFormProps {
  onMade: (token: string) => void
  onCancel: () => void
}

function TokenForm({ onMade, onCancel }: TokenFormProps) {
  const { t } = useTranslation('systems')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>([...SCOPES])
  const [endsOn, setEndsOn] = useState('')
  const making = useMaking(onMade)
  const errors = sortErrors(making.error, FIELDS)
  return (
    <DialogForm
      confirm={t('token.make')}
      busy={making.isPending}
      error={errors.rest}
      onSubmit={() => making.mutate({ name: name.trim(), scopes, ends_on: endsOn || null })}
      onCancel={onCancel}
    >
      <TextInput
        data-autofocus
        label={t('token.name')}
        description={t('token.nameHint')}
        maxLength={100}
        value={name}
        error={errors.fields.name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <ScopesField value={scopes} error={errors.fields.scopes} onChange={setScopes} />
      <TextInput
        type="date"
        label={t('token.endsOn')}
        description={t('token.endsOnHint')}
        value={endsOn}
        error={errors.fields.ends_on}
        onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
      />
    </DialogForm>
  )
}

function useMaking(onMade: (token: string) => void) {
  const queryClient = useQueryClient()
  const intent = useIntent()
  return useMutation({
    mutationFn: async (body: NewToken) => makeToken(body, await intent.keyFor(body)),
    onSuccess: ({ token }) => {
      onMade(token)
      return queryClient.invalidateQueries({ queryKey: tokensKey })
    },
  })
}

interface ScopesFieldProps {
  value: Scope[]
  error?: string
  onChange: (scopes: Scope[]) => void
}

function ScopesField({ value, error, onChange }: ScopesFieldProps) {
  const { t } = useTranslation('systems')
  return (
    <Checkbox.Group
      label={t('token.scopes')}
      value={value}
      error={error}
      onChange={(chosen) => onChange(chosen as Scope[])}
    >
      <Stack gap="xs" mt="xs">
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            value={scope}
            label={t(`scope.${SCOPE_TEXTS[scope]}`)}
            description={<code className="k-code">{scope}</code>}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
