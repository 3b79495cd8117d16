import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { browsersZone, useZone } from '@shared/i18n/zone'
import { Segments } from '@shared/ui/Segments'

export interface When {
  later: boolean
  at: string
}

interface WhenFieldsProps {
  value: When
  error?: string
  onChange: (when: When) => void
}

/** At once, or at a time in the person's own zone. */
export function WhenFields({ value, error, onChange }: WhenFieldsProps) {
  const { t } = useTranslation('desk')
  const zone = useZone() ?? browsersZone()
  return (
    <>
      <Segments<'now' | 'later'>
        label={t('block.when')}
        value={value.later ? 'later' : 'now'}
        onChange={(when) => onChange({ ...value, later: when === 'later' })}
        options={[
          { value: 'now', label: t('block.now') },
          { value: 'later', label: t('block.later') },
        ]}
      />
      {value.later ? (
        <TextInput
          type="datetime-local"
          label={t('block.at')}
          description={t('block.atHint', { zone })}
          value={value.at}
          error={error}
          onChange={({ currentTarget }) => onChange({ ...value, at: currentTarget.value })}
        />
      ) : null}
    </>
  )
}
