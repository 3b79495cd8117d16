import type { ReactNode } from 'react'
import classes from './Rows.module.css'

interface RowsProps {
  label?: string
  /** What stands there is about to be replaced. */
  busy?: boolean
  children: ReactNode
}

/** A list that reaches the edges of its panel, with a line between its rows. */
export function Rows({ label, busy, children }: RowsProps) {
  return (
    <ul className={classes.rows} aria-label={label} aria-busy={busy}>
      {children}
    </ul>
  )
}

interface RowProps {
  icon?: ReactNode
  /** What can be done about it, beside it where there is room. */
  acts?: ReactNode
  /** A <RowName>, and <Quiet> lines below it. */
  children: ReactNode
}

export function Row({ icon, acts, children }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.told}>
        {icon ? <span className={classes.icon}>{icon}</span> : null}
        <div className={classes.what}>{children}</div>
      </div>
      {acts ? <div className={classes.acts}>{acts}</div> : null}
    </li>
  )
}

interface LinkRowProps {
  /** The link, and what is said of it in short; the whole row leads there. */
  name: ReactNode
  aside: ReactNode
  /** The second line, and what stands beside that. */
  below?: ReactNode
  belowAside?: ReactNode
}

export function LinkRow({ name, aside, below, belowAside }: LinkRowProps) {
  const beside = `${classes.quiet} ${classes.aside}`
  return (
    <li className={classes.leads}>
      <span className={classes.name}>{name}</span>
      <span className={beside}>{aside}</span>
      {below ? <span className={classes.quiet}>{below}</span> : null}
      {belowAside ? <span className={beside}>{belowAside}</span> : null}
    </li>
  )
}

/** What a row is about, with chips after it. */
export function RowName({ children }: { children: ReactNode }) {
  return <span className={classes.name}>{children}</span>
}

/** What is worth knowing, and not what one looks for. */
export function Quiet({ code, children }: { code?: boolean; children: ReactNode }) {
  return <span className={code ? `${classes.quiet} k-code` : classes.quiet}>{children}</span>
}

/** In place of rows where there are none, in a few words. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className={classes.none}>{children}</p>
}
