import type { ReactNode } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  title?: ReactNode
  aside?: ReactNode
  /** Lists and tables reach the edges. */
  flush?: boolean
  children: ReactNode
}

export function Panel({ title, aside, flush, children }: PanelProps) {
  return (
    <section className={classes.panel} data-flush={flush || undefined}>
      {title ? (
        <div className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {aside}
        </div>
      ) : null}
      <div className={classes.body}>{children}</div>
    </section>
  )
}
