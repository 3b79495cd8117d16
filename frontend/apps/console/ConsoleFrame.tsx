import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { staffMeQuery } from '@features/accounts/session/session'
import { Keyboard } from '@features/console/keyboard/Keyboard'
import { FindByNumber } from '@features/console/queue/FindByNumber'
import { QueueNav } from '@features/console/queue/QueueNav'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'
import classes from './ConsoleFrame.module.css'
import { ConsoleShortcuts } from './ConsoleShortcuts'
import { useLeave } from './use-leave'

export function ConsoleFrame() {
  const { t } = useTranslation('console')
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const navigate = useNavigate()
  const leave = useLeave()
  return (
    <Keyboard>
      <AppFrame
        wide
        brand={
          <Link to="/queue/$queue" params={{ queue: 'unassigned' }}>
            <Brand app={t('app')} />
          </Link>
        }
        nav={
          <QueueNav
            link={(queue, content) => (
              <Link
                key={queue}
                className={classes.queue}
                to="/queue/$queue"
                params={{ queue }}
                resetScroll={false}
              >
                {content}
              </Link>
            )}
          />
        }
        account={
          <>
            <FindByNumber
              onFound={(id) => void navigate({ to: '/requests/$id', params: { id } })}
            />
            <ConsoleShortcuts />
            <AccountMenu
              name={`${account.first_name} ${account.last_name}`}
              email={account.email}
              belongsTo={t(`role.${role}`)}
              onSignOut={leave}
            />
          </>
        }
      >
        <Outlet />
      </AppFrame>
    </Keyboard>
  )
}
