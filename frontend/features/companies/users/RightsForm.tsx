import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { Member } from '@shared/api/types'
import { RightsFields } from '../rights/RightsFields'
import { type Grant, sameGrant } from '../rights/rights'
import type { EditorPart } from './PersonForm'
import classes from './Users.module.css'
import { setRights } from './users'

/** COM-2: the rights of one person; where they can't be changed, why. */
export function RightsForm({ me, company, user, onChanged, onProblem }: EditorPart) {
  const { t } = useTranslation('users')
  const intent = useIntent()
  const before: Grant = { rights: user.rights, scope: user.scope }
  const [grant, setGrant] = useState(before)
  const saving = useMutation({
    mutationFn: async () => {
      const body = { ...grant, version: user.version }
      return setRights(user.id, body, await intent.keyFor(body))
    },
    onSuccess: onChanged,
    onError: onProblem,
  })
  const why = whyNot(user, me.account.id)
  return (
    <section>
      <h3>{t('edit.rights')}</h3>
      {why ? (
        <p className={classes.quiet}>{t(why)}</p>
      ) : (
        <>
          <RightsFields me={me} branches={company.branches} value={grant} onChange={setGrant} />
          <div className={classes.foot}>
            <Button
              loading={saving.isPending}
              disabled={sameGrant(grant, before)}
              onClick={() => saving.mutate()}
            >
              {t('edit.saveRights')}
            </Button>
            <span className={classes.quiet}>{t('edit.rightsHint')}</span>
          </div>
        </>
      )}
    </section>
  )
}

function whyNot(user: Member, myId: string) {
  if (user.owner) return 'edit.ownerRights'
  if (user.id === myId) return 'edit.ownRights'
  return user.may.includes('rights') ? null : 'edit.noRights'
}
