import { TextInput, type TextInputProps } from '@mantine/core'
import { Search } from 'lucide-react'

const MOST_CHARS = 200

/** A field for what one looks for; its label is read out and not seen, unless `label` is given. */
export function SearchInput(props: TextInputProps) {
  return (
    <TextInput
      type="search"
      leftSection={<Search size={15} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      maxLength={MOST_CHARS}
      {...props}
    />
  )
}
