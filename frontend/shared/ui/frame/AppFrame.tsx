import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AppFrame.module.css'
import { OfflineBar } from '../OfflineBar'
import { Footer } from './Footer'
import { usePlaceInSight } from './use-place-in-sight'

interface AppFrameProps {
  /** The link home, holding a <Brand>. */
  brand: ReactNode
  /** Links to the app's places, if any; the active one has aria-current. */
  nav: ReactNode
  account: ReactNode
  /** Consoles use the whole width. */
  wide?: boolean
  onLanguage?: (language: string) => void
  children: ReactNode
}

/** What every page of a signed-in person stands in. */
export function AppFrame({ brand, nav, account, wide, onLanguage, children }: AppFrameProps) {
  const { t } = useTranslation('common')
  const places = usePlaceInSight()
  return (
    <div className={classes.frame} data-wide={wide || undefined}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <div className={classes.brand}>{brand}</div>
          {nav ? (
            <nav ref={places} className={classes.nav} aria-label={t('navigation')}>
              {nav}
            </nav>
          ) : null}
          <div className={classes.account}>{account}</div>
        </div>
      </header>
      <OfflineBar />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Footer onLanguage={onLanguage} />
    </div>
  )
}
