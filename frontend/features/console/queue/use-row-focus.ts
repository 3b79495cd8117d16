import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves the focus from row to row, by the arrow keys where they have nothing else to do, and by
 * the returned function. `onEnd` is told when there is no row to go down to.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, onEnd: () => void) {
  const move = (step: 1 | -1) => {
    if (!focusNext(list.current, step)) onEnd()
  }
  const latest = useRef(move)
  useEffect(() => {
    latest.current = move
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
      if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.defaultPrevented || !isFree(event.target as HTMLElement, list.current)) return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [list])
  return move
}

/** Whether there was a row to go to, or none was needed: upwards the first one stays. */
function focusNext(list: HTMLElement | null, step: 1 | -1): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('[role=row] a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step
  if (next >= links.length) return false
  links[next]?.focus({ preventScroll: true })
  links[next]?.closest('[role=row]')?.scrollIntoView({ block: 'nearest' })
  return true
}

/** The request whose row has the focus. */
export function focusedRow(list: HTMLElement | null): string | null {
  const row = document.activeElement?.closest<HTMLElement>('[role=row]')
  return row && list?.contains(row) ? (row.dataset.id ?? null) : null
}

export function focusRow(list: HTMLElement | null, id: string) {
  const row = list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
  row?.querySelector('a')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'center' })
}

function isFree(target: HTMLElement, list: HTMLElement | null): boolean {
  if (document.querySelector('dialog[open]')) return false
  return !target.closest('a, button, input, textarea, select') || Boolean(list?.contains(target))
}
