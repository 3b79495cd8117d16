import { type RefObject, useEffect, useRef } from 'react'

/** On a phone the places scroll sideways: the one that the person is at is brought into sight. */
export function usePlaceInSight(): RefObject<HTMLElement | null> {
  const places = useRef<HTMLElement>(null)
  useEffect(() => {
    const nav = places.current
    if (!nav) return
    const bring = () => {
      const here = nav.querySelector('[aria-current]')?.getBoundingClientRect()
      const shown = nav.getBoundingClientRect()
      if (here) nav.scrollLeft += here.left + here.width / 2 - (shown.left + shown.width / 2)
    }
    bring()
    const watch = new MutationObserver(bring)
    watch.observe(nav, { subtree: true, attributeFilter: ['aria-current'] })
    return () => watch.disconnect()
  }, [])
  return places
}
