import { useTranslation } from 'react-i18next'

/** What a letter is about, by its template; one that has no name yet shows the template's. */
export function useLetterName(): (template: string) => string {
  const { t } = useTranslation('mail')
  return (template) => t(`letter.${template}` as 'letter.survey', { defaultValue: template })
}
