const STORED_AS = 'kontor-language'

export const SOURCE_LANGUAGE = 'en'

/** Languages that have texts: one folder each in locales/. */
const folders = import.meta.glob('../../locales/*/common.json')
export const LANGUAGES = Object.keys(folders).map((path) => path.split('/').at(-2) as string)

let current: string | null = null

/** The person's choice, else the first of the browser's languages that we have. */
export function currentLanguage(): string {
  current ??= storedLanguage() ?? browserLanguage()
  return current
}

export function rememberLanguage(language: string) {
  current = language
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // Storage can be switched off; then the choice lasts as long as the page.
  }
}

function storedLanguage(): string | null {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return stored && LANGUAGES.includes(stored) ? stored : null
  } catch {
    return null
  }
}

function browserLanguage(): string {
  for (const tag of globalThis.navigator?.languages ?? []) {
    const language = tag.split('-')[0]?.toLowerCase() ?? ''
    if (LANGUAGES.includes(language)) return language
  }
  return SOURCE_LANGUAGE
}
