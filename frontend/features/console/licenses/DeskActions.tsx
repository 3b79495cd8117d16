import { Button } from '@mantine/core'
import { Ban, Combine, KeyRound, LockOpen, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskLicense } from '@shared/api/staff-types'
import { serverNow } from '@shared/clock'
import { BlockDialog, UnblockDialog } from './BlockDialogs'
import { ReissueDialog, SeatsDialog } from './CodeDialogs'
import { MergeDialog } from './MergeDialog'

const DIALOGS = {
  block: BlockDialog,
  unblock: UnblockDialog,
  reissue: ReissueDialog,
  seats: SeatsDialog,
  merge: MergeDialog,
} as const
type Act = keyof typeof DIALOGS

const ICONS = { block: Ban, unblock: LockOpen, reissue: KeyRound, seats: UserPlus, merge: Combine }

/** What the desk can do with the license now (STF-5). */
export function DeskActions({ license }: { license: DeskLicense }) {
  const { t } = useTranslation('desk')
  const [act, setAct] = useState<Act | null>(null)
  const planned = license.blocked_at !== null && Date.parse(license.blocked_at) > serverNow()
  const words: Record<Act, string> = {
    block: t('act.block'),
    unblock: t(planned ? 'act.callOff' : 'act.unblock'),
    reissue: t('act.reissue'),
    seats: t('act.seats'),
    merge: t('act.merge'),
  }
  const Dialog = act && DIALOGS[act]
  return (
    <>
      {actsOn(license, planned).map((each) => {
        const Icon = ICONS[each]
        return (
          <Button
            key={each}
            size="xs"
            variant="default"
            leftSection={<Icon size={14} aria-hidden />}
            onClick={() => setAct(each)}
          >
            {words[each]}
          </Button>
        )
      })}
      {Dialog ? <Dialog license={license} onClose={() => setAct(null)} /> : null}
    </>
  )
}

function actsOn(license: DeskLicense, planned: boolean): Act[] {
  if (license.merged_into || license.withdrawn) return []
  const blocked = license.blocked_at !== null && !planned
  const renewable =
    license.claim === 'active' && Date.parse(license.renewal_opens_on) <= serverNow()
  return [
    ...(blocked ? [] : (['block'] as const)),
    ...(license.blocked_at ? (['unblock'] as const) : []),
    'reissue',
    'seats',
    ...(renewable ? (['merge'] as const) : []),
  ]
}
