import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '@shared/clock'
import * as format from './format'
import { languageOf } from './language'
import { useZone } from './zone'

/** The formats of format.ts, bound to the person's language and zone. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = localeFor(i18n.language)
  const zone = useZone()
  return useMemo(
    () => ({
      language,
      day: (day: string) => format.formatDay(day, language),
      date: (moment: string) => format.formatDate(moment, language, zone),
      moment: (moment: string) => format.formatMoment(moment, language, zone),
      time: (moment: number) => format.formatTime(moment, language, zone),
      age: (moment: string) => format.formatAge(moment, serverNow(), language, zone),
      daysUntil: (day: string) => format.daysUntil(day, serverNow(), zone),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
      duration: (seconds: number) => format.formatDuration(seconds, language),
      number: (value: number) => format.formatNumber(value, language),
      list: (words: string[]) => format.formatList(words, language),
    }),
    [language, zone],
  )
}

/** The chosen language as the browser's owner has it: British dates for those who set en-GB. */
function localeFor(language: string): string {
  const tags = navigator.languages ?? []
  return tags.find((tag) => languageOf(tag) === language) ?? language
}
