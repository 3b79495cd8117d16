import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface FindPersonProps {
  value: string
  onChange: (find: string) => void
}

/** For companies that have more people than one sees at once. */
export function FindPerson({ value, onChange }: FindPersonProps) {
  const { t } = useTranslation('customers')
  return (
    <TextInput
      type="search"
      aria-label={t('people.find')}
      placeholder={t('people.find')}
      leftSection={<Search size={15} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      value={value}
      // In a form, Enter would send it.
      onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
