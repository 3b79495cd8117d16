import { BadgeCheck, CircleSlash, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import type { Partner } from './partners'

const LOOKS = {
  authorised: { tone: 'success', icon: BadgeCheck },
  former: { tone: 'warning', icon: History },
  never: { tone: 'danger', icon: CircleSlash },
} as const

/** What somebody who sells the vendor's licenses is to the vendor (LIC-16). */
export function StandingChip({ standing }: Pick<Partner, 'standing'>) {
  const { t } = useTranslation('shop')
  const { tone, icon } = LOOKS[standing]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`partners.standing.${standing}`)}
    </Chip>
  )
}
