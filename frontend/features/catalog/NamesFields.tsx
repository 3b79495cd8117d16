import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Columns } from '@shared/ui/form/Columns'
import { NAME_LANGUAGES, type Names } from './names'

interface NamesFieldsProps {
  value: Names
  error?: string
  autofocus?: boolean
  onChange: (names: Names) => void
}

/** A name per language; one is enough, it stands in for the others. */
export function NamesFields({ value, error, autofocus, onChange }: NamesFieldsProps) {
  const { t } = useTranslation('catalogue')
  const { language } = useFormat()
  const tongues = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <Columns count={2}>
      {NAME_LANGUAGES.map((tongue, place) => (
        <TextInput
          key={tongue}
          label={t('field.nameIn', { language: tongues.of(tongue) ?? tongue })}
          maxLength={120}
          data-autofocus={autofocus && place === 0 ? true : undefined}
          value={value[tongue] ?? ''}
          error={place === 0 ? error : undefined}
          onChange={({ currentTarget }) => onChange({ ...value, [tongue]: currentTarget.value })}
        />
      ))}
    </Columns>
  )
}
