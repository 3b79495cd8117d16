import type { ReactNode } from 'react'
import classes from './Beside.module.css'

interface BesideProps {
  aside: ReactNode
  children: ReactNode
}

/** Panels in two columns; on narrow screens those of `aside` come after the others. */
export function Beside({ aside, children }: BesideProps) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{children}</div>
      <div className={classes.column}>{aside}</div>
    </div>
  )
}
