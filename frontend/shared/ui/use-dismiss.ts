import { type RefObject, useEffect, useRef } from 'react'

/** Escape, a click outside or the focus going elsewhere closes what the returned ref holds. */
export function useDismiss<Element extends HTMLElement>(
  open: boolean,
  close: () => void,
): RefObject<Element | null> {
  const around = useRef<Element>(null)
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!around.current?.contains(event.target as Node)) latest.current()
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      latest.current()
      around.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', escape)
    }
  }, [open])
  return around
}
