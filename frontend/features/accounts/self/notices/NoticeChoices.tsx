import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Notices, NoticeTopic } from '@shared/api/types'
import { useConfig } from '@shared/api/config'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import type { SelfApi } from '../self-api'
import classes from './NoticeChoices.module.css'
import { noticesQuery } from './notices'

/** Which letters a person gets (NOT-4): each tick is kept at once. */
export function NoticeChoices({ self, email }: { self: SelfApi; email: string }) {
  const { t } = useTranslation('self')
  const { topics } = useSuspenseQuery(noticesQuery(self)).data
  const { days } = useConfig()
  const ahead = { first: days.first_notice, last: days.last_notice }
  const saving = useChoice(self)
  return (
    <Panel
      title={t('notices.title')}
      aside={
        <span role="status" className={classes.saved}>
          {saving.isSuccess ? t('notices.saved') : ''}
        </span>
      }
    >
      <p className={classes.intro}>{t('notices.intro', { email })}</p>
      {saving.error ? <Problem error={saving.error} /> : null}
      <ul className={classes.topics}>
        {topics.map(({ topic, wanted, always }) => (
          <li key={topic}>
            <Checkbox
              label={t(`notices.topic.${topic}.title`)}
              description={
                always
                  ? `${t(`notices.topic.${topic}.detail`, ahead)} · ${t('notices.always')}`
                  : t(`notices.topic.${topic}.detail`, ahead)
              }
              checked={wanted}
              disabled={always}
              onChange={({ currentTarget }) => saving.mutate({ topic, on: currentTarget.checked })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface Choice {
  topic: NoticeTopic
  on: boolean
}

/** Shown as chosen before the server has answered; taken back if it says no. */
function useChoice(self: SelfApi) {
  const queryClient = useQueryClient()
  const { queryKey } = noticesQuery(self)
  return useMutation({
    scope: { id: 'notices' },
    mutationFn: () => self.chooseNotices(unwantedIn(queryClient.getQueryData(queryKey))),
    onMutate: ({ topic, on }: Choice) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, before && withChoice(before, topic, on))
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
}

function withChoice(notices: Notices, topic: NoticeTopic, wanted: boolean): Notices {
  return {
    topics: notices.topics.map((each) => (each.topic === topic ? { ...each, wanted } : each)),
  }
}

function unwantedIn(notices: Notices | undefined): NoticeTopic[] {
  return (notices?.topics ?? []).filter(({ wanted }) => !wanted).map(({ topic }) => topic)
}
