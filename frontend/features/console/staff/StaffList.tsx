import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound, MailQuestion, ShieldAlert, ShieldCheck, UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague, StaffRole } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Quiet, Rows } from '@shared/ui/Rows'
import { act, actsOn, changeRole, type ColleagueAct, colleaguesQuery } from './colleagues'
import classes from './StaffList.module.css'

export const ROLES: readonly StaffRole[] = ['agent', 'license_desk', 'supervisor']

interface StaffListProps {
  /** The account of whoever looks, who can't change themselves. */
  me: string
  supervisor: boolean
}

/** The vendor's people (STF-1); supervisors change them in place. */
export function StaffList({ me, supervisor }: StaffListProps) {
  const { t } = useTranslation('staff')
  const { items } = useSuspenseQuery(colleaguesQuery).data
  return (
    <Panel title={t('list')} flush>
      <Rows>
        {items.map((colleague) => (
          <Row
            key={colleague.id}
            colleague={colleague}
            me={colleague.id === me}
            may={supervisor && colleague.id !== me}
          />
        ))}
      </Rows>
    </Panel>
  )
}

interface RowProps {
  colleague: Colleague
  me: boolean
  may: boolean
}

function Row({ colleague, me, may }: RowProps) {
  const { t } = useTranslation(['staff', 'console'])
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<ColleagueAct | null>(null)
  const acting = useMutation({
    mutationFn: (what: ColleagueAct) => act(colleague.id, what),
    onSuccess: () => {
      setAsked(null)
      return queryClient.invalidateQueries(colleaguesQuery)
    },
  })
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <strong>
          {colleague.name} {me ? <Quiet>{t('you')}</Quiet> : null}
        </strong>
        <Quiet>{colleague.email}</Quiet>
      </div>
      <span className={classes.state}>
        <State colleague={colleague} />
      </span>
      {may && colleague.state === 'active' ? (
        <RoleChoice colleague={colleague} />
      ) : (
        <span>{t(`console:role.${colleague.role}`)}</span>
      )}
      <div className={classes.acts}>
        {may
          ? actsOn(colleague).map((what) => (
              <Button
                key={what}
                variant="default"
                size="compact-sm"
                onClick={() => setAsked(what)}
                aria-label={t(`act.${what}.label`, { name: colleague.name })}
              >
                {t(`act.${what}.short`)}
              </Button>
            ))
          : null}
      </div>
      {asked ? (
        <ConfirmDialog
          opened
          title={t(`act.${asked}.label`, { name: colleague.name })}
          confirmLabel={t(`act.${asked}.short`)}
          danger={asked === 'deactivate' || asked === 'resetFactor'}
          busy={acting.isPending}
          error={acting.error}
          onConfirm={() => acting.mutate(asked)}
          onCancel={() => setAsked(null)}
        >
          {t(`act.${asked}.explain`)}
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

function State({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation('staff')
  const format = useFormat()
  if (colleague.state === 'invited' && colleague.ends_at)
    return (
      <Chip tone="info" icon={MailQuestion}>
        {t('state.invited', { when: format.moment(colleague.ends_at) })}
      </Chip>
    )
  if (colleague.state === 'left')
    return (
      <Chip tone="quiet" icon={UserX}>
        {t('state.left')}
      </Chip>
    )
  if (colleague.secured === null) return null
  return colleague.secured ? (
    <Chip tone="success" icon={ShieldCheck}>
      {t('state.secured')}
    </Chip>
  ) : (
    <Chip tone="warning" icon={ShieldAlert}>
      {t('state.bare')}
    </Chip>
  )
}

function RoleChoice({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation(['staff', 'console'])
  const queryClient = useQueryClient()
  const changing = useMutation({
    mutationFn: (role: StaffRole) => changeRole(colleague.id, role),
    onSettled: () => queryClient.invalidateQueries(colleaguesQuery),
  })
  return (
    <div>
      <NativeSelect
        size="xs"
        leftSection={<KeyRound size={13} aria-hidden />}
        aria-label={t('roleOf', { name: colleague.name })}
        value={changing.isPending ? changing.variables : colleague.role}
        disabled={changing.isPending}
        onChange={({ currentTarget }) => changing.mutate(currentTarget.value as StaffRole)}
        data={ROLES.map((role) => ({ value: role, label: t(`console:role.${role}`) }))}
      />
      {changing.error ? <Problem error={changing.error} /> : null}
    </div>
  )
}
