import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '@shared/clock'
import * as format from './format'

/** The formats of format.ts, bound to the chosen language. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = localeFor(i18n.language)
  return useMemo(
    () => ({
      language,
      day: (day: string) => format.formatDay(day, language),
      date: (moment: string) => format.formatDate(moment, language),
      moment: (moment: string) => format.formatMoment(moment, language),
      time: (moment: number) => format.formatTime(moment, language),
      age: (moment: string) => format.formatAge(moment, serverNow(), language),
      daysUntil: (day: string) => format.daysUntil(day, serverNow()),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
      duration: (seconds: number) => format.formatDuration(seconds, language),
      number: (value: number) => format.formatNumber(value, language),
      list: (words: string[]) => format.formatList(words, language),
    }),
    [language],
  )
}

/** The chosen language as the browser's owner has it: British dates for those who set en-GB. */
function localeFor(language: string): string {
  const tags = navigator.languages ?? []
  return tags.find((tag) => tag.split('-')[0] === language) ?? language
}
