import type accounts from '@locales/en/accounts.json'
import declared from '../../../../chalicelib/accounts/data/password_rules.json'

/** Every rule has its words, so the words are the list of them; a test holds both together. */
export type PasswordRule = Singular<keyof (typeof accounts)['password']['rule']>
type Singular<Key> = Key extends `${infer Code}_${'one' | 'other'}` ? Code : Key

export interface PasswordContext {
  email: string
  names: string[]
  /** Null while the list is still on its way: then nothing counts as common yet. */
  common: ReadonlySet<string> | null
  limits: { min: number; max: number }
}

/** A rule as password_rules.json declares it: a code and one condition. */
interface Declared {
  code: string
  shown?: string
  shorter_than?: string
  longer_than?: string
  lacks?: string[]
  holds?: string[]
  is?: string
  core_among?: string
}
type Words = Record<string, ReadonlySet<string> | null>

const RULES: Declared[] = declared.rules
const kinds = (categories: string[]) => categories.map((one) => `\\p{${one}}`).join('')
const LETTERS = kinds(declared.letters)
const ENDS = new RegExp(`^[^${LETTERS}]+|[^${LETTERS}]+$`, 'gu')
const NO_LETTERS = new RegExp(`[^${LETTERS}]+`, 'u')

/** The rules as people read them; some only once they are broken. */
export const rulesShown = (broken: PasswordRule[]) =>
  RULES.filter(({ code, shown }) => !shown || (broken as string[]).includes(code)).map(codeOf)

/**
 * The codes of every rule that the password breaks (ACC-4), in the order people read them: by the
 * file that the server judges by, and held to the same cases (tests/vectors/passwords.json). The
 * server has the last word.
 */
export function brokenRules(password: string, context: PasswordContext): PasswordRule[] {
  const text = password.normalize('NFC')
  const found = cores(text)
  const words: Words = { names: nameWords(context.names), common: context.common }
  return RULES.filter((rule) => breaks(rule, text, found, words, context)).map(codeOf)
}

const codeOf = ({ code }: Declared) => code as PasswordRule

function breaks(
  rule: Declared,
  text: string,
  found: string[],
  words: Words,
  { email, limits }: PasswordContext,
): boolean {
  const length = [...text].length
  if (rule.shorter_than) return length < limits[rule.shorter_than as 'min']
  if (rule.longer_than) return length > limits[rule.longer_than as 'max']
  if (rule.lacks) return !holds(text, rule.lacks)
  if (rule.holds) return holds(text, rule.holds)
  if (rule.is) return text.toLowerCase() === email.toLowerCase()
  const among = words[rule.core_among ?? '']
  return found.some((core) => among?.has(core))
}

const holds = (text: string, categories: string[]) =>
  new RegExp(`[${kinds(categories)}]`, 'u').test(text)

/** What is left without the dressing: `P@ssw0rd1!` leaves `password`. */
function cores(text: string): string[] {
  const folded = text.toLowerCase()
  const bare = folded.replace(ENDS, '')
  const undone = [bare, folded].flatMap((one) =>
    declared.leet.map((signs: Record<string, string | undefined>) =>
      [...one].map((sign) => signs[sign] ?? sign).join(''),
    ),
  )
  return [...new Set([bare, ...undone.map((one) => one.replace(ENDS, ''))])]
}

function nameWords(names: string[]): Set<string> {
  const parts = names.map((name) => name.normalize('NFC').toLowerCase().split(NO_LETTERS))
  const words = parts.flatMap((one) => [...one, one.join('')])
  return new Set(words.filter((word) => [...word].length >= declared.name_letters))
}
