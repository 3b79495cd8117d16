import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'

/** More devices than seats wanted the license, and nobody has looked at that yet. */
export function OveruseChip({ since }: { since: string | null }) {
  const { t } = useTranslation('desk')
  if (!since) return null
  return (
    <Chip tone="warning" icon={TriangleAlert}>
      {t('overuse.chip')}
    </Chip>
  )
}
