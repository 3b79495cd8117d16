import { Button } from '@mantine/core'
import { ChevronDown, ChevronUp, Crown } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Me, Member } from '@shared/api/types'
import { Chip } from '@shared/ui/Chip'
import { useCountryName } from '../country-name'
import { UserEditor } from './UserEditor'
import classes from './Users.module.css'

interface UserRowProps {
  me: Me
  company: Company
  user: Member
  open: boolean
  onToggle: () => void
  onGone: () => void
}

export function UserRow({ me, company, user, open, onToggle, onGone }: UserRowProps) {
  const { t } = useTranslation('users')
  const editor = useId()
  const name = `${user.first_name} ${user.last_name}`
  return (
    <li className={classes.row} data-open={open || undefined}>
      <div className={classes.line}>
        <div className={classes.who}>
          <span className={classes.name}>
            {user.last_name}, {user.first_name}
          </span>{' '}
          {user.id === me.account.id ? (
            <span className={classes.quiet}>{t('list.you')}</span>
          ) : null}
          <div className={classes.quiet}>{user.email}</div>
        </div>
        <Place user={user} />
        <Rights user={user} />
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={editor}
          aria-label={t(open ? 'list.closeUser' : 'list.editUser', { name })}
          rightSection={
            open ? <ChevronUp size={15} aria-hidden /> : <ChevronDown size={15} aria-hidden />
          }
          onClick={onToggle}
        >
          {t(open ? 'list.close' : 'list.edit')}
        </Button>
      </div>
      <div id={editor} hidden={!open}>
        {open ? <UserEditor me={me} company={company} user={user} onGone={onGone} /> : null}
      </div>
    </li>
  )
}

function Place({ user }: { user: Member }) {
  const countryName = useCountryName()
  return (
    <div className={classes.quiet}>
      {countryName(user.country)}
      {user.branch ? ` · ${user.branch}` : null}
    </div>
  )
}

function Rights({ user }: { user: Member }) {
  const { t } = useTranslation('users')
  if (user.owner)
    return (
      <div className={classes.rights}>
        <Chip tone="brand" icon={Crown}>
          {t('list.owner')}
        </Chip>
      </div>
    )
  if (user.rights.length === 0) return <div className={classes.quiet}>{t('list.noRights')}</div>
  const names = user.rights.map((right) => t(`rights.${right}.name`)).join(', ')
  return (
    <div className={classes.rights}>
      {user.scope ? t('list.rightsIn', { rights: names, branch: user.scope }) : names}
    </div>
  )
}
