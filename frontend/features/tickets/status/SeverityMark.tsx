import { ChevronDown, ChevronsUp, Equal, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Severity } from '@shared/api/types'
import classes from './SeverityMark.module.css'

const ICONS: Record<Severity, LucideIcon> = { low: ChevronDown, normal: Equal, high: ChevronsUp }

/** How much it hurts; only what is high stands out, and its icon and weight say so as well. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('tickets')
  const Icon = ICONS[severity]
  return (
    <span className={classes.mark} data-severity={severity}>
      <Icon size={15} strokeWidth={2.25} aria-hidden />
      <span>{t(`severity.${severity}`)}</span>
    </span>
  )
}
