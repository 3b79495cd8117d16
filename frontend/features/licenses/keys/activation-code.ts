const GROUP = 5
export const CODE_CHARACTERS = 20

/** Letters and digits only, upper case: what people type around them is forgiven (LIC-1). */
export function bareCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\p{P}\p{Cf}\p{S}]/gu, '')
}

/** `XXXXX-XXXXX-XXXXX-XXXXX`, as far as it has been typed. Nothing is cut off. */
export function groupedCode(typed: string): string {
  return (bareCode(typed).match(/.{1,5}/gu) ?? []).join('-')
}

export function isWholeCode(typed: string): boolean {
  return new RegExp(`^[A-Z0-9]{${CODE_CHARACTERS}}$`).test(bareCode(typed))
}

/** What is wrong with a typed code, with what stands in the text's places. */
export interface CodeGap {
  gap: 'codeMissing' | 'codeLetters' | 'codeMalformed'
  characters?: string
  typed?: number
}

const MOST_NAMED = 5

/** As far as it can be told without asking; null where it may be a code. */
export function gapInCode(code: string): CodeGap | null {
  const bare = bareCode(code)
  if (bare === '') return { gap: 'codeMissing' }
  const strange = [...new Set(bare.match(/[^A-Z0-9]/gu))].slice(0, MOST_NAMED)
  if (strange.length > 0) return { gap: 'codeLetters', characters: strange.join(' ') }
  return isWholeCode(code) ? null : { gap: 'codeMalformed', typed: bare.length }
}

/**
 * Where the caret belongs after grouping, so that it stays behind the same character; before a
 * dash when something was deleted, or Backspace would meet the same dash again and again.
 */
export function caretAfterGrouping(typed: string, caret: number, deleting: boolean): number {
  const before = bareCode(typed.slice(0, caret)).length
  const grouped = before + Math.floor(before / GROUP)
  const fullGroup = before > 0 && before % GROUP === 0
  const atTheEnd = before === bareCode(typed).length
  return fullGroup && (atTheEnd || deleting) ? grouped - 1 : grouped
}
