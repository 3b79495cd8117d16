import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { currentLanguage, rememberLanguage, SOURCE_LANGUAGE } from './language'

type Texts = Record<string, unknown>
const files = import.meta.glob<Texts>('../../locales/*/*.json', { import: 'default' })

let namespaces: readonly string[] = []

/** Loads the app's own texts in the person's language; call before the first render. */
export async function startTexts(wanted: readonly string[]) {
  namespaces = wanted
  const language = currentLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    ns: [...wanted],
    defaultNS: 'common',
    resources: { [language]: await textsOf(language) },
    interpolation: { escapeValue: false },
    fallbackLng: false,
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: string) {
  const texts = await textsOf(language)
  for (const [namespace, entries] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, entries)
  rememberLanguage(language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

async function textsOf(language: string): Promise<Record<string, Texts>> {
  const loaded = namespaces.map(async (namespace) => {
    const load = files[`../../locales/${language}/${namespace}.json`]
    if (!load) throw new Error(`no texts: ${language}/${namespace} (source: ${SOURCE_LANGUAGE})`)
    return [namespace, await load()] as const
  })
  return Object.fromEntries(await Promise.all(loaded))
}
