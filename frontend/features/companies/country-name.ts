import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Countries by their code, in the chosen language. */
export function useCountryName() {
  const { i18n } = useTranslation()
  const names = useMemo(
    () => new Intl.DisplayNames(i18n.language, { type: 'region' }),
    [i18n.language],
  )
  return useCallback((code: string) => names.of(code) ?? code, [names])
}
