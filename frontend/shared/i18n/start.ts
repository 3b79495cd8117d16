import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { currentLanguage, rememberLanguage, SOURCE_LANGUAGE, speak } from './language'

type Texts = Record<string, unknown>
const files = import.meta.glob<Texts>(
  ['../../locales/*/*.json', '!../../locales/*/language.json'],
  { import: 'default' },
)

let namespaces: readonly string[] = []

/** Loads the app's own texts in the person's language; call before the first render. */
export async function startTexts(wanted: readonly string[]) {
  namespaces = wanted
  const language = currentLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    ns: [...wanted],
    defaultNS: 'common',
    resources: { [language]: await textsOf(language, wanted) },
    interpolation: { escapeValue: false },
    fallbackLng: false,
    // A page that shows a key instead of a text says so; the browser tests listen.
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      // eslint-disable-next-line no-console
      console.error(`no text: ${namespace}:${key}`)
    },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

/** Texts that only some pages need; their route loads them before it draws. */
export async function addTexts(...wanted: string[]) {
  const missing = wanted.filter((namespace) => !namespaces.includes(namespace))
  if (missing.length === 0) return
  const language = currentLanguage()
  const texts = await textsOf(language, missing)
  for (const [namespace, entries] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, entries)
  namespaces = [...new Set([...namespaces, ...missing])]
}

/** Somebody chose it on this device. */
export async function changeLanguage(language: string) {
  rememberLanguage(language)
  await showLanguage(language)
}

/** Draws everything anew in a language. */
export async function showLanguage(language: string) {
  const texts = await textsOf(language, namespaces)
  for (const [namespace, entries] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, entries)
  speak(language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

async function textsOf(
  language: string,
  wanted: readonly string[],
): Promise<Record<string, Texts>> {
  const loaded = wanted.map(async (namespace) => {
    const load = files[`../../locales/${language}/${namespace}.json`]
    if (!load) throw new Error(`no texts: ${language}/${namespace} (source: ${SOURCE_LANGUAGE})`)
    return [namespace, await load()] as const
  })
  return Object.fromEntries(await Promise.all(loaded))
}
