import type { ReactNode } from 'react'
import { Footer } from './Footer'
import { Brand } from './Brand'
import classes from './PublicFrame.module.css'

interface PublicFrameProps {
  app?: string
  /** Stands beside the form on wide screens and below it on narrow ones. */
  aside?: ReactNode
  children: ReactNode
}

/** Pages for people who are not signed in: one thing to do, and help beside it. */
export function PublicFrame({ app, aside, children }: PublicFrameProps) {
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Brand app={app} />
      </header>
      <div className={classes.middle} data-aside={aside ? true : undefined}>
        <main className={classes.main}>{children}</main>
        {aside ? <aside className={classes.aside}>{aside}</aside> : null}
      </div>
      <Footer />
    </div>
  )
}
