import type { ReactNode } from 'react'
import classes from './Filter.module.css'

interface FilterBarProps {
  label?: string
  children: ReactNode
}

/** Above a list: what narrows it. */
export function FilterBar({ label, children }: FilterBarProps) {
  return (
    <search className={classes.bar} aria-label={label}>
      {children}
    </search>
  )
}
