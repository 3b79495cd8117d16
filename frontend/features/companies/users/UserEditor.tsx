import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import type { Company, Me, Member } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'
import { PersonForm } from './PersonForm'
import { RightsForm } from './RightsForm'
import { UserActs } from './UserActs'
import classes from './Users.module.css'
import { dropUser, showUser, userQuery } from './users'

interface UserEditorProps {
  me: Me
  company: Company
  user: Member
  onGone: () => void
}

/** COM-6: everything that can be done with one person, in their place in the list. */
export function UserEditor({ me, company, user, onGone }: UserEditorProps) {
  const [problem, setProblem] = useState<unknown>(null)
  const queryClient = useQueryClient()
  const show = (changed: Member) => {
    setProblem(null)
    showUser(queryClient, changed)
  }
  const parts = { me, company, user, onChanged: show, onProblem: setProblem }
  return (
    <div className={classes.editor}>
      <EditorProblem
        problem={problem}
        onRead={async () => {
          try {
            show(await queryClient.fetchQuery(userQuery(user.id)))
          } catch (error) {
            setProblem(error)
          }
        }}
        onDrop={() => {
          dropUser(queryClient, user.id)
          onGone()
        }}
      />
      {/* What was read anew is shown anew, and not what was typed over the old. */}
      <PersonForm key={`person ${user.version}`} {...parts} />
      <RightsForm key={`rights ${user.version}`} {...parts} />
      <UserActs
        user={user}
        onGone={() => {
          dropUser(queryClient, user.id)
          onGone()
        }}
      />
    </div>
  )
}

interface EditorProblemProps {
  problem: unknown
  onRead: () => Promise<void>
  onDrop: () => void
}

/** Somebody else was faster, or deleted the person: what to do is beside what happened. */
function EditorProblem({ problem, onRead, onDrop }: EditorProblemProps) {
  const { t } = useTranslation('users')
  if (!problem) return null
  if (hasCode(problem, 'member_changed'))
    return (
      <Notice
        tone="warning"
        title={t('edit.changed.title')}
        action={
          <Button size="xs" variant="default" onClick={() => void onRead()}>
            {t('edit.changed.read')}
          </Button>
        }
      >
        {problem.message}
      </Notice>
    )
  if (hasCode(problem, 'not_found'))
    return (
      <Notice
        tone="warning"
        title={t('edit.gone.title')}
        action={
          <Button size="xs" variant="default" onClick={onDrop}>
            {t('edit.gone.drop')}
          </Button>
        }
      >
        {t('edit.gone.detail')}
      </Notice>
    )
  return <Problem error={problem} />
}
