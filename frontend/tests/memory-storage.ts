import { vi } from 'vitest'

/** A tab's storage for tests that run without a browser; empty each time it is called. */
export function stubSessionStorage() {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
}
