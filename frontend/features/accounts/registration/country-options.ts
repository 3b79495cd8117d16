import codes from '../../../../chalicelib/accounts/data/countries.txt?raw'

export interface CountryOption {
  value: string
  label: string
}

const CODES = codes.split('\n').filter(Boolean)

/** The server's countries, named and sorted in the person's language. */
export function countryOptions(language: string): CountryOption[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const { compare } = new Intl.Collator(language)
  return CODES.map((value) => ({ value, label: names.of(value) ?? value })).sort((one, other) =>
    compare(one.label, other.label),
  )
}

/** The country in the browser's own language tag, if it names one: `de-CH` → `CH`. */
export function likelyCountry(): string {
  for (const tag of navigator.languages) {
    const region = new Intl.Locale(tag).region
    if (region && CODES.includes(region)) return region
  }
  return ''
}
