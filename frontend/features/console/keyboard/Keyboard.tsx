import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Pressed, press, type Shortcut } from './shortcuts'

type Handlers = Partial<Record<Shortcut, () => void>>
const STORED_AS = 'kontor-console-letters'
const REPEATABLE: readonly Shortcut[] = ['next', 'previous']

interface KeyboardState {
  /** Whether single letters act at all; who uses speech input turns them off (WCAG 2.1.4). */
  letters: boolean
  setLetters: (on: boolean) => void
  listen: (handlers: () => Handlers) => () => void
}

const KeyboardContext = createContext<KeyboardState | null>(null)

export function useKeyboard(): KeyboardState {
  const keyboard = useContext(KeyboardContext)
  if (!keyboard) throw new Error('useKeyboard needs the Keyboard around the page')
  return keyboard
}

/** Acts on shortcuts while the caller is on screen; the one drawn last comes first. */
export function useShortcuts(handlers: Handlers) {
  const { listen } = useKeyboard()
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => listen(() => latest.current), [listen])
}

/** Listens once for the whole app. */
export function Keyboard({ children }: { children: ReactNode }) {
  const [letters, setLetters] = useState(() => localStorage.getItem(STORED_AS) !== 'off')
  const listeners = useRef<(() => Handlers)[]>([])
  useEffect(() => {
    if (!letters) return
    return listenToKeys((shortcut) => {
      for (const handlers of listeners.current.toReversed()) {
        const act = handlers()[shortcut]
        if (!act) continue
        act()
        return true
      }
      return false
    })
  }, [letters])
  const keyboard = useMemo<KeyboardState>(
    () => ({
      letters,
      setLetters: (on) => {
        localStorage.setItem(STORED_AS, on ? 'on' : 'off')
        setLetters(on)
      },
      listen: (handlers) => {
        listeners.current.push(handlers)
        return () => {
          listeners.current = listeners.current.filter((listener) => listener !== handlers)
        }
      },
    }),
    [letters],
  )
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>
}

function listenToKeys(act: (shortcut: Shortcut) => boolean): () => void {
  let before: Pressed | null = null
  const onKey = (event: KeyboardEvent) => {
    if (!isFree(event)) return
    const [shortcut, waiting] = press(event.key, event.timeStamp, before)
    before = waiting
    if (!shortcut || (event.repeat && !REPEATABLE.includes(shortcut))) return
    if (act(shortcut)) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/** Not while somebody types, uses a browser's shortcut, or has a dialog open. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.isComposing || document.querySelector('dialog[open]')) return false
  const target = event.target as HTMLElement | null
  return !target?.closest(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]',
  )
}
