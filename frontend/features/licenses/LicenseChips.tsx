import {
  Ban,
  CircleCheck,
  CircleDashed,
  Hourglass,
  CalendarX,
  type LucideIcon,
  XCircle,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { License, LicenseStatus } from '@shared/api/types'
import { Chip, type Tone } from '@shared/ui/Chip'

const LOOKS: Record<LicenseStatus, [Tone, LucideIcon]> = {
  active: ['success', CircleCheck],
  expired: ['quiet', CalendarX],
  not_activated: ['info', CircleDashed],
  blocked: ['danger', Ban],
}

/** The license's own state, and, while it is not settled, that of the company's hold on it. */
export function LicenseChips({ license }: { license: Pick<License, 'status' | 'claim'> }) {
  const { t } = useTranslation('licenses')
  const status = license.status
  const { claim } = license
  const [tone, icon] = LOOKS[status]
  return (
    <>
      <Chip tone={tone} icon={icon}>
        {t(`status.${status}`)}
      </Chip>
      {claim === 'pending' ? (
        <Chip tone="warning" icon={Hourglass}>
          {t('claim.pending')}
        </Chip>
      ) : null}
      {claim === 'refused' ? (
        <Chip tone="danger" icon={XCircle}>
          {t('claim.refused')}
        </Chip>
      ) : null}
    </>
  )
}
