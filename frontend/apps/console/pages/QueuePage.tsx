import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { QueueList } from '@features/console/queue/QueueList'
import { rememberPlace } from '@features/console/queue/queue-place'
import { PageHeader } from '@shared/ui/PageHeader'
import { QueueTabs } from '../QueueTabs'

const route = getRouteApi('/staff/queue/$queue')

export function QueuePage() {
  const { t } = useTranslation('console')
  const { queue } = route.useParams()
  const { account } = useSuspenseQuery(staffMeQuery).data
  const said = useLocation({ select: ({ state }) => state.said })
  return (
    <QueueList
      key={queue}
      queue={queue}
      head={(news) => (
        <>
          <QueueTabs />
          <PageHeader
            title={t(`queue.name.${queue}`)}
            below={t(`queue.about.${queue}`)}
            actions={news}
          />
        </>
      )}
      me={{ id: account.id, name: `${account.first_name} ${account.last_name}` }}
      said={said && t(`queue.${said.outcome}`, { number: said.number })}
      link={({ id, subject }, index) => (
        <Link
          to="/requests/$id"
          params={{ id }}
          search={{ from: queue }}
          onClick={() => rememberPlace(queue, { id, index })}
        >
          {subject}
        </Link>
      )}
    />
  )
}
