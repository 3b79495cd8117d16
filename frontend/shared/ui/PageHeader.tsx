import { Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useConfig } from '@shared/api/config'
import classes from './PageHeader.module.css'

interface PageHeaderProps {
  title: string
  /** What the browser's tab says, where the heading alone would not tell pages apart. */
  tabTitle?: string
  back?: ReactNode
  above?: ReactNode
  below?: ReactNode
  actions?: ReactNode
}

let firstPage = true

/**
 * The page's one h1. Names the browser's tab, and takes the focus when the person came here by a
 * link, so that a screen reader starts at the new page and not in the old one's place.
 */
export function PageHeader({ title, tabTitle, back, above, below, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { vendor } = useConfig()
  useEffect(() => {
    document.title = `${tabTitle ?? title} · ${vendor.name}`
  }, [title, tabTitle, vendor.name])
  useEffect(() => {
    if (!firstPage && !document.activeElement?.closest('main'))
      heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return (
    <header className={classes.header}>
      {back ? <div className={classes.back}>{back}</div> : null}
      <div className={classes.row}>
        <div className={classes.titles}>
          {above ? <div className={classes.above}>{above}</div> : null}
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {below ? <div className={classes.below}>{below}</div> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </header>
  )
}
