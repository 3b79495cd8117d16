import type { ReactNode } from 'react'
import classes from './Columns.module.css'

interface ColumnsProps {
  count: 2 | 3
  children: ReactNode
}

/** Fields side by side where there is room, one below the other on a phone. */
export function Columns({ count, children }: ColumnsProps) {
  return (
    <div className={classes.columns} data-count={count}>
      {children}
    </div>
  )
}
