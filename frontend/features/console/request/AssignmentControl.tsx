import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { UserCheck, UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StaffTicket } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'
import { Problem } from '@shared/ui/Problem'
import { colleaguesQuery } from '../staff/colleagues'
import classes from './SidePanel.module.css'
import type { useAssignment } from './use-assignment'

interface AssignmentControlProps {
  ticket: StaffTicket
  me: Named
  assignment: ReturnType<typeof useAssignment>
}

export function AssignmentControl({ ticket, me, assignment }: AssignmentControlProps) {
  const { t } = useTranslation('console')
  const { id, assignee } = ticket
  const mine = assignee?.id === me.id
  const may = ticket.moves.includes('assign')
  const give = (to: Named | null) => assignment.mutate({ id, assignee: to })
  return (
    <div className={classes.assignment}>
      <span className={classes.assignee}>
        <span className={classes.small}>{t('assignment.label')}</span>
        <bdi>{mine ? t('assignment.mine') : (assignee?.name ?? t('assignment.nobody'))}</bdi>
      </span>
      {may && !mine ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<UserCheck size={15} aria-hidden />}
          loading={assignment.isPending}
          onClick={() => give(me)}
        >
          {assignee ? t('assignment.takeOver') : t('assignment.toMe')}
        </Button>
      ) : null}
      {may && mine ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<UserMinus size={15} aria-hidden />}
          loading={assignment.isPending}
          onClick={() => give(null)}
        >
          {t('assignment.release')}
        </Button>
      ) : null}
      {may ? <Colleagues assignee={assignee} me={me} onChosen={give} /> : null}
      {assignment.error ? <Problem error={assignment.error} /> : null}
    </div>
  )
}

interface ColleaguesProps {
  assignee: Named | null
  me: Named
  onChosen: (to: Named) => void
}

/** Gives the request to somebody else of staff. */
function Colleagues({ assignee, me, onChosen }: ColleaguesProps) {
  const { t } = useTranslation('console')
  const { data } = useQuery(colleaguesQuery)
  const others = (data?.items ?? []).filter(
    ({ id, state }) => state === 'active' && id !== me.id && id !== assignee?.id,
  )
  if (others.length === 0) return null
  const choose = (id: string) => {
    const chosen = others.find((other) => other.id === id)
    if (chosen) onChosen({ id: chosen.id, name: chosen.name })
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={t('assignment.toColleague')}
      value=""
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: '', label: t('assignment.toColleague') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
