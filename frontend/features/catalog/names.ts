import { LANGUAGES, SOURCE_LANGUAGE } from '@shared/i18n/language'

export type Names = Record<string, string>

/** The name in the reader's language, or in one that there is. */
export function nameIn(language: string, names: Names): string {
  return names[language] ?? names[SOURCE_LANGUAGE] ?? Object.values(names)[0] ?? ''
}

/** Only the languages that were filled in. */
export function filledNames(names: Names): Names {
  return Object.fromEntries(
    Object.entries(names)
      .map(([language, name]) => [language, name.trim()])
      .filter(([, name]) => name),
  )
}

export const NAME_LANGUAGES = LANGUAGES

/** An id made of a name: what people would choose themselves. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 40)
}
