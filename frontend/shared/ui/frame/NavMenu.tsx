import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useDismiss } from '../use-dismiss'
import classes from './NavMenu.module.css'

interface NavMenuProps {
  label: string
  /** Links, as they stand in a <AppFrame>'s nav. */
  children: ReactNode
}

/** Places that are gone to now and then: one word in the header, behind which they stand. */
export function NavMenu({ label, children }: NavMenuProps) {
  const [open, setOpen] = useState(false)
  const panel = useId()
  const around = useDismiss<HTMLDivElement>(open, () => setOpen(false))
  return (
    <div className={classes.menu} ref={around}>
      <button
        type="button"
        className={classes.button}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {label}
        <ChevronDown size={14} aria-hidden />
      </button>
      {/* The click reaches here from a link, by key or pointer; the menu is in the way then. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        id={panel}
        className={classes.panel}
        data-open={open || undefined}
        onClick={() => setOpen(false)}
      >
        {children}
      </div>
    </div>
  )
}
