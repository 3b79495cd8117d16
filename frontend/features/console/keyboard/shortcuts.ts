/** Every shortcut of the console: pressed one after the other where there are two keys. */
export const SHORTCUTS = {
  next: 'j',
  previous: 'k',
  assignToMe: 'a',
  showArrived: '.',
  reply: 'r',
  ask: 'i',
  solve: 's',
  note: 'n',
  back: 'u',
  goUnassigned: 'g u',
  goMine: 'g m',
  goWaiting: 'g w',
  goAllOpen: 'g a',
  find: '/',
  help: '?',
} as const

export type Shortcut = keyof typeof SHORTCUTS

/** As the overview lists them. */
export const GROUPS = {
  list: ['next', 'previous', 'assignToMe', 'showArrived'],
  request: ['reply', 'ask', 'solve', 'note', 'assignToMe', 'next', 'previous', 'back'],
  everywhere: ['goUnassigned', 'goMine', 'goWaiting', 'goAllOpen', 'find', 'help'],
} as const satisfies Record<string, readonly Shortcut[]>

const BY_KEYS = new Map<string, Shortcut>(
  Object.entries(SHORTCUTS).map(([name, keys]) => [keys, name as Shortcut]),
)
const PREFIXES = new Set([...BY_KEYS.keys()].filter((k) => k.includes(' ')).map((k) => k[0]))
const PATIENCE_MS = 1500

/** What was pressed so far, and when: the first key of a pair waits for its second. */
export interface Pressed {
  prefix: string
  at: number
}

/** The shortcut that `key` completes, if any, and what is kept for the key after it. */
export function press(
  key: string,
  at: number,
  before: Pressed | null,
): [Shortcut | null, Pressed | null] {
  if (before && at - before.at <= PATIENCE_MS)
    return [BY_KEYS.get(`${before.prefix} ${key}`) ?? null, null]
  const single = BY_KEYS.get(key)
  if (single) return [single, null]
  return [null, PREFIXES.has(key) ? { prefix: key, at } : null]
}
