import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import classes from './Filter.module.css'
import { SearchInput } from './SearchInput'

const PAUSE_MS = 250

interface SearchFieldProps {
  label: string
  /** Whether the label is seen, beside others that are. */
  labelled?: boolean
  placeholder?: string
  /** What the list shows now. */
  value: string
  onFind: (text: string) => void
}

/** Finds as one types, once there is a short pause; at once on Enter. */
export function SearchField({ label, labelled, placeholder, value, onFind }: SearchFieldProps) {
  const { typed, type, findNow } = useTyped(value, onFind)
  const named = labelled
    ? { label, placeholder }
    : { 'aria-label': label, placeholder: placeholder ?? label }
  return (
    <div className={classes.search}>
      <SearchInput
        {...named}
        value={typed}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // In a form, Enter would send it.
          event.preventDefault()
          findNow()
        }}
      />
    </div>
  )
}

/** What is typed shows at once, and is told after a pause. What changes elsewhere shows, too. */
function useTyped(outside: string, tell: (text: string) => void) {
  const [typed, show] = useState(outside)
  // What was told and has not come back yet: meanwhile one types on.
  const told = useRef([outside])
  useEffect(() => {
    const place = told.current.indexOf(outside)
    told.current = place < 0 ? [outside] : told.current.slice(place)
    if (place < 0) show(outside)
  }, [outside])
  const find = useDebouncedCallback((text: string) => {
    told.current.push(text)
    tell(text)
  }, PAUSE_MS)
  const type = (text: string) => {
    show(text)
    find(text.trim())
  }
  return { typed, type, findNow: () => find.flush() }
}
