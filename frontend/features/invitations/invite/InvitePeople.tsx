import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RightsFields } from '@features/companies/rights/RightsFields'
import type { Grant } from '@features/companies/rights/rights'
import { useIntent } from '@shared/api/intent'
import type { Company, Invited, Me } from '@shared/api/types'
import { LANGUAGES } from '@shared/i18n/language'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { invitationsKey, invite } from '../invitations'
import { InvitedLines } from './InvitedLines'
import { splitLines } from './lines'
import classes from './InvitePeople.module.css'

interface InvitePeopleProps {
  me: Me
  company: Company
  opened: boolean
  onClose: () => void
}

/** COM-3: one address or a pasted list; what became of each line is told after it. */
export function InvitePeople({ me, company, opened, onClose }: InvitePeopleProps) {
  const { t } = useTranslation('users')
  const [done, setDone] = useState<Invited | null>(null)
  const [pasted, setPasted] = useState('')
  const close = () => {
    onClose()
    setDone(null)
    setPasted('')
  }
  return (
    <Dialog opened={opened} wide title={t('invite.title')} onClose={close}>
      {done ? (
        <InvitedLines
          done={done}
          onCorrect={(lines) => {
            setPasted(lines.join('\n'))
            setDone(null)
          }}
          onClose={close}
        />
      ) : (
        <InviteForm
          me={me}
          company={company}
          pasted={pasted}
          onPaste={setPasted}
          onCancel={close}
          onDone={setDone}
        />
      )}
    </Dialog>
  )
}

interface InviteFormProps {
  me: Me
  company: Company
  pasted: string
  onPaste: (pasted: string) => void
  onCancel: () => void
  onDone: (done: Invited) => void
}

function InviteForm({ me, company, pasted, onPaste, onCancel, onDone }: InviteFormProps) {
  const { t } = useTranslation('users')
  const form = useInvite(me, pasted, onDone)
  const { errors, lines } = form
  return (
    <DialogForm
      confirm={t('invite.submit', { count: Math.max(1, lines.length) })}
      busy={form.sending}
      error={errors.rest}
      onSubmit={form.submit}
      onCancel={onCancel}
    >
      <Textarea
        label={t('invite.lines')}
        description={t('invite.linesHint')}
        data-autofocus
        autosize={false}
        rows={6}
        spellCheck={false}
        value={pasted}
        error={form.missing && lines.length === 0 ? t('invite.missing') : errors.fields.lines}
        onChange={(event) => onPaste(event.currentTarget.value)}
      />
      <div className={classes.choices}>
        {company.branches.length > 0 ? (
          <NativeSelect
            label={t('filter.branch')}
            value={form.branch}
            disabled={Boolean(me.scope)}
            error={errors.fields.branch}
            data={[
              { value: '', label: t('edit.noBranch') },
              ...company.branches.map((branch) => ({ value: branch, label: branch })),
            ]}
            onChange={(event) => form.setBranch(event.currentTarget.value)}
          />
        ) : null}
        <NativeSelect
          label={t('invite.language')}
          value={form.language}
          data={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
          onChange={(event) => form.setLanguage(event.currentTarget.value)}
        />
      </div>
      <details className={classes.rights}>
        <summary>{t('invite.rights', { count: form.grant.rights.length })}</summary>
        <RightsFields
          me={me}
          branches={company.branches}
          value={form.grant}
          legend={t('invite.rightsLegend')}
          onChange={form.setGrant}
        />
      </details>
    </DialogForm>
  )
}

function useInvite(me: Me, pasted: string, onDone: (done: Invited) => void) {
  const { i18n } = useTranslation()
  const queryClient = useQueryClient()
  const intent = useIntent()
  const [grant, setGrant] = useState<Grant>({ rights: [], scope: me.scope })
  const [branch, setBranch] = useState(me.scope ?? '')
  const [language, setLanguage] = useState(i18n.language)
  const [missing, setMissing] = useState(false)
  const lines = splitLines(pasted)
  const sending = useMutation({
    mutationFn: async () => {
      const body = { lines, ...grant, branch: branch || null, language }
      return invite(body, await intent.keyFor(body))
    },
    onSuccess: (done) => {
      intent.begin()
      void queryClient.invalidateQueries({ queryKey: invitationsKey })
      onDone(done)
    },
    onError: focusFirstError,
  })
  const submit = () => {
    setMissing(lines.length === 0)
    if (lines.length > 0) return sending.mutate()
    focusFirstError()
  }
  const errors = sortErrors(sending.error, ['lines', 'branch'])
  return {
    ...{ grant, setGrant, branch, setBranch, language, setLanguage, lines, missing, errors },
    submit,
    sending: sending.isPending,
  }
}

/** Each language in itself, so that whoever reads it knows. */
function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}
