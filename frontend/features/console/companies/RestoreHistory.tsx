import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { CompanyPerson } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Notice } from '@shared/ui/Notice'
import { EvidenceFields } from './EvidenceFields'
import { earlierAccounts, moveHistory } from './keeping'

const FIELDS = ['from_account_id', 'evidence.number', 'evidence.file_id']

interface RestoreHistoryProps {
  companyId: string
  person: CompanyPerson
  onClose: () => void
}

/** The requests of an earlier account become this person's (STF-9). */
export function RestoreHistory({ companyId, person, onClose }: RestoreHistoryProps) {
  const { t } = useTranslation('customers')
  const [from, setFrom] = useState('')
  const [evidence, setEvidence] = useState({ number: '', file_id: '' })
  const { keyFor } = useIntent()
  const moving = useMutation({
    mutationFn: async () => {
      const key = await keyFor({ from, evidence })
      return moveHistory(person.id, from, evidence, key)
    },
  })
  const { fields, rest } = sortErrors(moving.error, FIELDS)
  return (
    <Dialog opened title={t('history.title', { name: person.name })} onClose={onClose}>
      {moving.isSuccess ? (
        <Notice tone="success">{t('history.done')}</Notice>
      ) : (
        <DialogForm
          confirm={t('history.submit')}
          disabled={!from || !evidence.file_id}
          busy={moving.isPending}
          error={rest}
          onSubmit={() => moving.mutate()}
          onCancel={onClose}
        >
          <Earlier personId={person.id} value={from} onChange={setFrom} />
          <EvidenceFields
            companyId={companyId}
            value={evidence}
            onChange={setEvidence}
            errors={fields}
          />
        </DialogForm>
      )}
    </Dialog>
  )
}

interface EarlierProps {
  personId: string
  value: string
  onChange: (accountId: string) => void
}

/** Who left from the same address, and the author of a request that staff name. */
function Earlier({ personId, value, onChange }: EarlierProps) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const [number, setNumber] = useState('')
  const looking = useMutation({ mutationFn: () => earlierAccounts(personId, number.trim()) })
  const { fields, rest } = sortErrors(looking.error, ['number'])
  const found = looking.data?.items
  return (
    <>
      <FormProblem error={rest} />
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t('history.number')}
          description={t('history.numberHint')}
          value={number}
          error={fields.number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            looking.mutate()
          }}
        />
        <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate()}>
          {t('history.find')}
        </Button>
      </Group>
      {found?.length === 0 ? <Notice tone="info">{t('history.none')}</Notice> : null}
      {found && found.length > 0 ? (
        <Radio.Group label={t('history.from')} value={value} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            {found.map((one) => (
              <Radio
                key={one.account_id}
                value={one.account_id}
                disabled={!one.movable}
                label={
                  one.name ||
                  t('history.deleted', {
                    date: one.departed_at ? format.date(one.departed_at) : '',
                  })
                }
                description={one.movable ? one.companies.join(', ') : t('history.elsewhere')}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
    </>
  )
}
