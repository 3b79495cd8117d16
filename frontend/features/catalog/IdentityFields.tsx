import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { idFrom, nameIn, type Names } from './names'
import { NamesFields } from './NamesFields'

interface Identity {
  id: string
  names: Names
}

interface IdentityFieldsProps {
  value: Identity
  /** Whether it has its id for good. */
  known: boolean
  onChange: (changes: Partial<Identity>) => void
}

/** What something is called, and by which id other systems know it: one made of its name. */
export function IdentityFields({ value, known, onChange }: IdentityFieldsProps) {
  const { t } = useTranslation('catalogue')
  const idOf = useIdOf()
  return (
    <>
      <NamesFields autofocus value={value.names} onChange={(names) => onChange({ names })} />
      <TextInput
        label={t('field.id')}
        description={t('field.idHint')}
        maxLength={40}
        value={idOf(value)}
        readOnly={known}
        onChange={({ currentTarget }) => onChange({ id: currentTarget.value })}
      />
    </>
  )
}

/** The id that was chosen, or that comes of the name. */
export function useIdOf() {
  const { i18n } = useTranslation()
  return ({ id, names }: Identity) => id || idFrom(nameIn(i18n.language, names))
}
