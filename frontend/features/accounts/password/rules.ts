/**
 * What a password must be (ACC-4), judged in the browser as the server judges it: the same list
 * of common passwords and the same test vectors (tests/vectors/passwords.json). The server has
 * the last word.
 */
export type PasswordRule =
  | 'too_short'
  | 'too_long'
  | 'no_lower'
  | 'no_upper'
  | 'no_digit'
  | 'no_special'
  | 'has_space'
  | 'is_email'
  | 'too_common'
  | 'contains_name'

export interface PasswordContext {
  email: string
  names: string[]
  /** Null while the list is still on its way: then nothing counts as common yet. */
  common: ReadonlySet<string> | null
  minLength: number
  maxLength: number
}

const NAME_LETTERS = 3
const LETTER = '\\p{L}\\p{Nl}\\p{No}'
const ENDS = new RegExp(`^[^${LETTER}]+|[^${LETTER}]+$`, 'gu')
const NOT_A_WORD = new RegExp(`[^${LETTER}]+`, 'gu')
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The codes of every rule that the password breaks, in the order people read them. */
export function brokenRules(password: string, context: PasswordContext): PasswordRule[] {
  const length = [...password].length
  const found = cores(password)
  const names = nameWords(context.names)
  const checks: [PasswordRule, boolean][] = [
    ['too_short', length < context.minLength],
    ['too_long', length > context.maxLength],
    ['no_lower', !/\p{Lowercase}/u.test(password)],
    ['no_upper', !/\p{Uppercase}/u.test(password)],
    ['no_digit', !/\p{Nd}/u.test(password)],
    ['no_special', !/[^\p{L}\p{N}\s]/u.test(password)],
    ['has_space', /\s/u.test(password)],
    ['is_email', password.toLowerCase() === context.email.toLowerCase()],
    ['too_common', found.some((core) => context.common?.has(core))],
    ['contains_name', found.some((core) => names.has(core))],
  ]
  return checks.filter(([, broken]) => broken).map(([rule]) => rule)
}

/** What is left without the dressing: `P@ssw0rd1!` leaves `password`. */
function cores(password: string): string[] {
  const folded = password.normalize('NFC').toLowerCase()
  const bare = strip(folded)
  const undone = [bare, folded].flatMap((text) => [
    undoLeet(text),
    // A 1 or ! inside can stand for i or for l; both are tried.
    undoLeet(text.replace(/[1!]/g, 'l')),
  ])
  return [...new Set([bare, ...undone.map(strip)])]
}

function strip(text: string): string {
  return text.replace(ENDS, '')
}

function undoLeet(text: string): string {
  return text.replace(/[0134578@$!]/g, (sign) => LEET[sign] ?? sign)
}

function nameWords(names: string[]): Set<string> {
  const words = new Set<string>()
  for (const name of names) {
    const parts = name.toLowerCase().split(NOT_A_WORD).filter(Boolean)
    for (const word of [...parts, parts.join('')])
      if ([...word].length >= NAME_LETTERS) words.add(word)
  }
  return words
}
