import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface FindCompanyProps {
  q: string
  onFind: (q: string) => void
}

const PAUSE_MS = 250

/** Finds as the person types. */
export function FindCompany({ q, onFind }: FindCompanyProps) {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState(q)
  const find = useDebouncedCallback((text: string) => onFind(text.trim()), PAUSE_MS)
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        find.flush()
      }}
    >
      <TextInput
        type="search"
        maw="28rem"
        aria-label={t('list.find')}
        placeholder={t('list.placeholder')}
        leftSection={<Search size={15} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          find(currentTarget.value)
        }}
      />
    </form>
  )
}
