const STORED_AS = 'kontor-language'

export const SOURCE_LANGUAGE = 'en'

/**
 * What languages are called in themselves. Each is a folder of locales/: a folder more is a
 * language more.
 */
const names = import.meta.glob<string>('../../locales/*/language.json', {
  eager: true,
  import: 'name',
})
const NAMES = new Map(Object.entries(names).map(([path, name]) => [path.split('/').at(-2), name]))
export const LANGUAGES = [...NAMES.keys()] as string[]

export const ownNameOf = (language: string) => NAMES.get(language) ?? language

let current: string | null = null

/** The choice on this device, else that of the account, else the first of the browser's we have. */
export function currentLanguage(): string {
  current ??= chosenLanguage() ?? browserLanguage()
  return current
}

/** For this visit; `rememberLanguage` for the next ones, too. */
export function speak(language: string) {
  current = language
}

/** Somebody chose the language on this device: it is spoken here, whoever signs in. */
export function rememberLanguage(language: string) {
  speak(language)
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // Storage can be switched off; then the choice lasts as long as the page.
  }
}

export function chosenLanguage(): string | null {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return stored && LANGUAGES.includes(stored) ? stored : null
  } catch {
    return null
  }
}

function browserLanguage(): string {
  for (const tag of globalThis.navigator?.languages ?? []) {
    const language = languageOf(tag)
    if (language) return language
  }
  return SOURCE_LANGUAGE
}

/** The language that a tag names (`pt-BR`), or the wider one (`pt`). */
export function languageOf(tag: string): string | undefined {
  const parts = tag.toLowerCase().split('-')
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join('-')
    const found = LANGUAGES.find((language) => language.toLowerCase() === wanted)
    if (found) return found
  }
  return undefined
}
