import { Button } from '@mantine/core'
import { UserCheck, UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StaffTicket } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'
import { Problem } from '@shared/ui/Problem'
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
      {assignment.error ? <Problem error={assignment.error} /> : null}
    </div>
  )
}
