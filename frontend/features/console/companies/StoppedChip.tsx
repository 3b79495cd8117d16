import { MailX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CompanyPerson } from '@shared/api/staff-types'
import { Chip } from '@shared/ui/Chip'

/** Says that somebody gets no mail, and why (NOT-3). */
export function StoppedChip({ reason }: { reason: CompanyPerson['stopped_for'] }) {
  const { t } = useTranslation('customers')
  return reason ? (
    <Chip tone="warning" icon={MailX}>
      {t(`people.stopped.${reason}`)}
    </Chip>
  ) : null
}
