import { Ban, CalendarX, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import type { StaffLicense } from '@shared/api/staff-types'
import { Chip } from '@shared/ui/Chip'
import { Facts } from '@shared/ui/Facts'
import { Day } from '@shared/ui/Times'
import type { PlaceLink } from './places'

interface LicenseFactsProps {
  /** Null when the company does not hold it any more. */
  license: StaffLicense | null
  publicId: string
  link: PlaceLink
}

export function LicenseFacts({ license, publicId, link }: LicenseFactsProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const id = (
    <span key="id" className="k-code">
      {publicId}
    </span>
  )
  if (!license) return <Facts facts={[[t('license.id'), id]]} />
  return (
    <Facts
      facts={[
        [t('license.id'), link(license.id, id)],
        [t('license.state'), <LicenseState key="state" license={license} />],
        [t('license.edition'), license.edition],
        [t('license.endUser'), license.end_user],
        [t('license.nodes'), format.number(license.nodes)],
        [t('license.expires'), <Day key="expires" value={license.expires_on} />],
      ]}
    />
  )
}

function LicenseState({ license }: { license: StaffLicense }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  if (license.blocked)
    return (
      <Chip tone="danger" icon={Ban}>
        {t('license.blocked')}
      </Chip>
    )
  if (format.daysUntil(license.expires_on) < 0)
    return (
      <Chip tone="warning" icon={CalendarX}>
        {t('license.expired')}
      </Chip>
    )
  return (
    <Chip tone="success" icon={CircleCheck}>
      {t('license.valid')}
    </Chip>
  )
}
