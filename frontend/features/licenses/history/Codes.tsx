import { CircleCheck, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LicenseCode } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { Panel } from '@shared/ui/Panel'
import classes from './Timeline.module.css'

/** The codes that a license has had, each out of the ones before (LIC-12). */
export function Codes({ codes }: { codes: LicenseCode[] }) {
  const { t } = useTranslation('life')
  return (
    <Panel flush title={t('codes.title')}>
      <ol className={classes.events}>
        {codes.map((code) => (
          <Code key={code.id} code={code} />
        ))}
      </ol>
      {codes.length > 1 ? (
        <p className={`${classes.quiet} ${classes.about}`}>{t('codes.about')}</p>
      ) : null}
    </Panel>
  )
}

function Code({ code }: { code: LicenseCode }) {
  const { t } = useTranslation(['life', 'licenses'])
  const format = useFormat()
  const present = !code.replaced_at
  return (
    <li className={classes.event} data-tone={present ? 'success' : 'quiet'}>
      <span style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', alignItems: 'center' }}>
        <span className="k-code">{code.code}</span>
        {present ? (
          <Chip tone="success" icon={CircleCheck}>
            {t('codes.present')}
          </Chip>
        ) : (
          <Chip tone="quiet" icon={History}>
            {t('codes.replaced', { date: format.date(code.replaced_at ?? '') })}
          </Chip>
        )}
      </span>
      <span className={classes.quiet}>
        {t(`codes.why.${code.why}`)}
        {code.merged > 0 ? ` ${t('codes.merged', { count: code.merged })}` : null}
        {' · '}
        {t('licenses:nodes', { count: code.nodes })}
        {' · '}
        {t('codes.since', { date: format.date(code.issued_at) })}
      </span>
    </li>
  )
}
