import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { LANGUAGES, ownNameOf } from '@shared/i18n/language'
import { changeLanguage } from '@shared/i18n/start'
import classes from './LanguageSwitch.module.css'

/** Each language is named in itself; `onChoice` lets the app keep it with the account (ACC-8). */
export function LanguageSwitch({ onChoice }: { onChoice?: (language: string) => void }) {
  const { t, i18n } = useTranslation('common')
  const { languages } = useConfig()
  const offered = LANGUAGES.filter((language) => languages.includes(language))
  const choose = (language: string) => {
    void changeLanguage(language).then(() => onChoice?.(language))
  }
  return (
    <label className={classes.switch}>
      <Languages size={16} aria-hidden />
      <select
        aria-label={t('language')}
        value={i18n.language}
        onChange={(event) => choose(event.target.value)}
      >
        {offered.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownNameOf(language)}
          </option>
        ))}
      </select>
    </label>
  )
}
