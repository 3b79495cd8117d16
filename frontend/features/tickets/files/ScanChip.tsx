import { type LucideIcon, ScanSearch, ShieldCheck, ShieldQuestion, ShieldX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ScanState } from '@shared/api/types'
import { Chip, type Tone } from '@shared/ui/Chip'

const LOOKS: Record<ScanState, { icon: LucideIcon; tone: Tone }> = {
  pending: { icon: ScanSearch, tone: 'info' },
  clean: { icon: ShieldCheck, tone: 'success' },
  infected: { icon: ShieldX, tone: 'danger' },
  unscannable: { icon: ShieldQuestion, tone: 'warning' },
}

export function ScanChip({ scan }: { scan: ScanState }) {
  const { t } = useTranslation('tickets')
  return (
    <Chip tone={LOOKS[scan].tone} icon={LOOKS[scan].icon}>
      {t(`scan.${scan}`)}
    </Chip>
  )
}
