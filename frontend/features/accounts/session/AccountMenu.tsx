import { Button, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ChevronDown, LogOut } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '@shared/ui/Problem'
import { useDismiss } from '@shared/ui/use-dismiss'
import classes from './AccountMenu.module.css'

interface AccountMenuProps {
  name: string
  email: string
  /** Company of a customer, role of staff. */
  belongsTo: string
  /** Links to the person's own pages. */
  links?: ReactNode
  /** Throws when the server could not be told; the menu then says so. */
  onSignOut: () => Promise<void>
}

/** A disclosure rather than a menu widget: it is read as plain text and buttons. */
export function AccountMenu({ name, email, belongsTo, links, onSignOut }: AccountMenuProps) {
  const { t } = useTranslation('accounts')
  const [open, setOpen] = useState(false)
  const panel = useId()
  const leaving = useMutation({ mutationFn: onSignOut })
  const around = useDismiss<HTMLDivElement>(open, () => setOpen(false))
  return (
    <div className={classes.menu} ref={around}>
      <UnstyledButton
        className={classes.button}
        aria-label={t('menu.label', { name })}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.initials} translate="no" aria-hidden>
          {initialsOf(name)}
        </span>
        <span className={classes.name}>{name}</span>
        <ChevronDown size={15} aria-hidden />
      </UnstyledButton>
      <div id={panel} className={classes.panel} hidden={!open}>
        <div className={classes.who}>
          <strong>{name}</strong>
          <span>{email}</span>
          <span>{belongsTo}</span>
        </div>
        {links ? (
          <OwnPages onChosen={() => setOpen(false)} label={t('menu.own')}>
            {links}
          </OwnPages>
        ) : null}
        <Button
          variant="default"
          fullWidth
          leftSection={<LogOut size={15} aria-hidden />}
          loading={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          {t('menu.signOut')}
        </Button>
        {leaving.error ? <Problem error={leaving.error} /> : null}
      </div>
    </div>
  )
}

interface OwnPagesProps {
  label: string
  onChosen: () => void
  children: ReactNode
}

function OwnPages({ label, onChosen, children }: OwnPagesProps) {
  return (
    // The click reaches here from a link, by key or pointer; the menu is in the way from then on.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav className={classes.links} aria-label={label} onClick={onChosen}>
      {children}
    </nav>
  )
}

function initialsOf(name: string): string {
  const words = name.split(' ').filter(Boolean)
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
}
