import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

export type Tone = 'quiet' | 'info' | 'brand' | 'success' | 'warning' | 'danger'

interface ChipProps {
  tone: Tone
  icon: LucideIcon
  children: ReactNode
}

/** A state in words, with an icon; the colour only repeats what both say. */
export function Chip({ tone, icon: Icon, children }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
