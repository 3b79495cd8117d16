import { NativeSelect, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { serverNow } from '@shared/clock'
import { formatMoment } from '@shared/i18n/format'
import { LANGUAGES, ownNameOf } from '@shared/i18n/language'
import { changeLanguage } from '@shared/i18n/start'
import { chooseZone } from '@shared/i18n/zone'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { Panel } from '@shared/ui/Panel'
import type { Chosen } from '../../session/session'
import classes from './Profile.module.css'
import { SaveFoot } from './SaveFoot'
import { browsersZoneName, zoneGroups } from './zones'

interface PreferencesProps {
  account: Chosen
  save: (chosen: Chosen) => Promise<unknown>
}

const FIELDS = ['language', 'zone'] as const

/** Language and time zone of pages and e-mails (ACC-8). */
export function Preferences({ account, save }: PreferencesProps) {
  const { t } = useTranslation('self')
  const { fields, saving, submit } = usePreferences(account, save)
  const { languages } = useConfig()
  const offered = LANGUAGES.filter((language) => languages.includes(language))
  const zones = useMemo(() => zoneGroups(account.zone), [account.zone])
  return (
    <Panel title={t('preferences.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={saving.error ? sortErrors(saving.error, FIELDS).rest : null} />
          <div className={classes.pair}>
            <NativeSelect
              label={t('preferences.language')}
              data={offered.map((value) => ({ value, label: ownNameOf(value) }))}
              {...fields.text('language')}
            />
            <NativeSelect
              label={t('preferences.zone')}
              data={[
                { value: '', label: t('preferences.here', { zone: browsersZoneName() }) },
                ...zones,
              ]}
              {...fields.text('zone')}
            />
          </div>
          <Now zone={fields.values.zone} />
          <SaveFoot saving={saving} />
        </Stack>
      </form>
    </Panel>
  )
}

/** So people see what they choose before they do. */
function Now({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation('self')
  const now = new Date(serverNow()).toISOString()
  return (
    <p className={classes.hint}>
      {t('preferences.hint', { time: formatMoment(now, i18n.language, zone || undefined) })}
    </p>
  )
}

function usePreferences(account: Chosen, save: PreferencesProps['save']) {
  const queryClient = useQueryClient()
  const fields = useFields({ language: account.language, zone: account.zone ?? '' })
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async (_, { language, zone }) => {
      chooseZone(zone)
      await changeLanguage(language)
      await queryClient.invalidateQueries()
    },
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { language, zone } = fields.values
    saving.mutate({ language, zone: zone || null })
  }
  return { fields, saving, submit }
}
