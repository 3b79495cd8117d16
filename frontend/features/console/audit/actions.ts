import i18next from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAuditWords } from './use-words'

interface Group {
  group: string
  items: { value: string; label: string }[]
}

/** Every kind of action that there are words for, by what it is done to. */
export function useActionChoices(): Group[] {
  const { t, i18n } = useTranslation('audit')
  const { sentence } = useAuditWords()
  const { language } = i18n
  return useMemo(() => {
    const things = (i18next.getResource(language, 'audit', 'action') ?? {}) as Things
    const groups = new Map<string, Group>()
    for (const [thing, verbs] of Object.entries(things)) {
      const group = t(`thing.${thing}` as 'thing.license')
      const items = Object.keys(verbs).map((verb) => {
        const value = `${thing}.${verb}`
        return { value, label: sentence(value, '…') }
      })
      const there = groups.get(group)
      if (there) there.items.push(...items)
      else groups.set(group, { group, items })
    }
    return [...groups.values()].sort((a, b) => a.group.localeCompare(b.group, language))
    // The words follow from the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [language])
}

type Things = Record<string, Record<string, string>>
