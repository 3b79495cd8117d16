import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/api/types'
import { type Grant, mayGrant, RIGHTS } from './rights'
import classes from './RightsFields.module.css'

interface RightsFieldsProps {
  me: Me
  branches: string[]
  value: Grant
  onChange: (grant: Grant) => void
  /** Whose rights they are; of one person unless it says otherwise. */
  legend?: string
}

/** COM-2: a box for each right, with a sentence on what it allows. */
export function RightsFields({ me, branches, value, onChange, legend }: RightsFieldsProps) {
  const { t } = useTranslation('users')
  const toggle = (right: Grant['rights'][number], held: boolean) => {
    const rights = RIGHTS.filter((each) => (each === right ? held : value.rights.includes(each)))
    onChange({ rights, scope: value.scope ?? me.scope ?? null })
  }
  const choices = scopeChoices(branches, value.scope)
  return (
    <Stack gap="sm">
      <fieldset className={classes.rights}>
        <legend>{legend ?? t('rights.legend')}</legend>
        {RIGHTS.map((right) => (
          <Checkbox
            key={right}
            label={t(`rights.${right}.name`)}
            description={t(`rights.${right}.allows`)}
            checked={value.rights.includes(right)}
            disabled={!mayGrant(me, right)}
            onChange={(event) => toggle(right, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {choices.length > 0 && value.rights.length > 0 ? (
        <NativeSelect
          label={t('rights.scope')}
          description={t('rights.scopeHint')}
          className={classes.scope}
          value={value.scope ?? ''}
          disabled={Boolean(me.scope)}
          data={[
            { value: '', label: t('rights.everywhere') },
            ...choices.map((branch) => ({ value: branch, label: branch })),
          ]}
          onChange={(event) =>
            onChange({ rights: value.rights, scope: event.currentTarget.value || null })
          }
        />
      ) : null}
    </Stack>
  )
}

/** A branch that is gone may stay where it stands. */
function scopeChoices(branches: string[], scope: string | null): string[] {
  return scope && !branches.includes(scope) ? [...branches, scope] : branches
}
