import { Equal, EqualNot, EqualApproximately, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LicenseCheck } from '@shared/api/staff-types'
import { Chip, type Tone } from '@shared/ui/Chip'

const LOOKS: Record<LicenseCheck['likeness'], [Tone, LucideIcon]> = {
  same: ['success', Equal],
  similar: ['info', EqualApproximately],
  different: ['warning', EqualNot],
}

/** How well the end user on a license and the company's name agree. */
export function LikenessChip({ likeness }: Pick<LicenseCheck, 'likeness'>) {
  const { t } = useTranslation('desk')
  const [tone, icon] = LOOKS[likeness]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`likeness.${likeness}`)}
    </Chip>
  )
}
