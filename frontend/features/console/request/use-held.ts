import { useState } from 'react'

/**
 * Holds back what comes to a list that only grows at its end, so that nothing moves while
 * somebody reads or writes; `showAll` lets it in.
 */
export function useHeld<Item>(items: Item[]) {
  const [count, setCount] = useState(items.length)
  return {
    shown: items.slice(0, count),
    arrived: items.slice(count),
    showAll: () => setCount(items.length),
    showUpTo: setCount,
  }
}
