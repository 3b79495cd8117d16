import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { LanguageSwitch } from '../LanguageSwitch'
import { SchemeSwitch } from '../SchemeSwitch'
import classes from './Footer.module.css'

export function Footer({ onLanguage }: { onLanguage?: (language: string) => void }) {
  const { t } = useTranslation('common')
  const { vendor, terms, privacy } = useConfig()
  return (
    <footer className={classes.footer}>
      <div className={classes.inner}>
        <nav className={classes.links} aria-label={t('footer.label')}>
          <a href={`mailto:${vendor.support_email}`}>{vendor.support_email}</a>
          <a href={terms.url}>{t('footer.terms')}</a>
          <a href={privacy.url}>{t('footer.privacy')}</a>
        </nav>
        <div className={classes.switches}>
          <SchemeSwitch />
          <LanguageSwitch onChoice={onLanguage} />
        </div>
      </div>
    </footer>
  )
}
