import { NativeSelect, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOptions } from '@features/accounts/registration/country-options'
import type { UserFilters } from './filters'
import classes from './Users.module.css'

const PAUSE_MS = 200

interface UserFilterBarProps {
  filters: UserFilters
  /** Empty where there is nothing to choose from. */
  branches: string[]
  onChange: (filters: UserFilters) => void
}

/** COM-5: looks as one types, once there is a short pause. */
export function UserFilterBar({ filters, branches, onChange }: UserFilterBarProps) {
  const { t, i18n } = useTranslation('users')
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  const [typed, setTyped] = useTyped(filters.find ?? '', (find) =>
    onChange({ ...filters, find: find || undefined }),
  )
  return (
    <div className={classes.filters} role="search">
      <TextInput
        aria-label={t('filter.find')}
        placeholder={t('filter.find')}
        type="search"
        className={classes.find}
        leftSection={<Search size={15} aria-hidden />}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('filter.country')}
        className={classes.select}
        value={filters.country ?? ''}
        data={[{ value: '', label: t('filter.anyCountry') }, ...countries]}
        onChange={(event) =>
          onChange({ ...filters, country: event.currentTarget.value || undefined })
        }
      />
      {branches.length > 0 ? (
        <NativeSelect
          aria-label={t('filter.branch')}
          className={classes.select}
          value={filters.branch ?? ''}
          data={[
            { value: '', label: t('filter.anyBranch') },
            ...branches.map((branch) => ({ value: branch, label: branch })),
          ]}
          onChange={(event) =>
            onChange({ ...filters, branch: event.currentTarget.value || undefined })
          }
        />
      ) : null}
    </div>
  )
}

/** What is typed shows at once, and is told after a pause; what the address says wins. */
function useTyped(outside: string, tell: (typed: string) => void) {
  const [typed, setTyped] = useState(outside)
  const told = useRef(outside)
  const telling = useRef(tell)
  useEffect(() => {
    telling.current = tell
  })
  useEffect(() => {
    if (outside === told.current) return
    told.current = outside
    setTyped(outside)
  }, [outside])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === told.current) return
    const timer = setTimeout(() => {
      told.current = wanted
      telling.current(wanted)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped] as const
}
