import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface FindLicenseProps {
  find: string
  onFind: (find: string) => void
}

const PAUSE_MS = 350

/** Finds by public id or order number, once the person pauses. */
export function FindLicense({ find, onFind }: FindLicenseProps) {
  const { t } = useTranslation('life')
  const [typed, setTyped] = useState(find)
  const look = useDebouncedCallback((text: string) => onFind(text.trim()), PAUSE_MS)
  return (
    <form
      role="search"
      style={{ flex: '1 1 16rem', maxWidth: '24rem' }}
      onSubmit={(event) => {
        event.preventDefault()
        look.flush()
      }}
    >
      <TextInput
        type="search"
        aria-label={t('list.find')}
        placeholder={t('list.find')}
        leftSection={<Search size={15} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          look(currentTarget.value)
        }}
      />
    </form>
  )
}
