import { useQuery } from '@tanstack/react-query'
import { Check, Download, KeyRound, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { components } from '@shared/api/schema'
import { Chip } from '@shared/ui/Chip'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from './Compatible.module.css'
import { compatibleQuery } from './compatible'

type Application = components['schemas']['CompatibleApplication']

/** What a license activates, with downloads and what its edition unlocks (LIC-8). */
export function CompatibleApplications({ licenseId }: { licenseId: string }) {
  const { t, i18n } = useTranslation('shop')
  const found = useQuery(compatibleQuery(licenseId, i18n.language))
  return (
    <Panel title={t('compatible.title')}>
      {found.isPending ? <Loading inside /> : null}
      {found.isError && !found.data ? (
        <Problem error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data?.applications.length === 0 ? (
        <p className={classes.quiet}>{t('compatible.none')}</p>
      ) : null}
      {found.data && found.data.applications.length > 0 ? (
        <ul className={classes.list}>
          {found.data.applications.map((application) => (
            <OneApplication key={application.id} application={application} />
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}

function OneApplication({ application }: { application: Application }) {
  const { t } = useTranslation('shop')
  const { name, key_file_only: keyFileOnly, versions, functions } = application
  return (
    <li className={classes.application}>
      <span className={classes.head}>
        <strong>{name}</strong>
        {keyFileOnly ? (
          <Chip tone="info" icon={KeyRound}>
            {t('compatible.keyFileOnly')}
          </Chip>
        ) : null}
      </span>
      {versions.length > 0 ? (
        <ul className={classes.items} aria-label={t('compatible.versions')}>
          {versions.map((version) => (
            <li key={version.name}>
              <a
                className={classes.item}
                href={version.url}
                target="_blank"
                rel="noreferrer"
                aria-label={t('compatible.download', { name, version: version.name })}
              >
                <Download size={14} aria-hidden />
                {version.name}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {functions.length > 0 ? (
        <ul className={classes.items} aria-label={t('compatible.functions')}>
          {functions.map((one) => (
            <li
              key={one.name}
              className={one.unlocked ? classes.item : `${classes.item} ${classes.locked}`}
            >
              {one.unlocked ? <Check size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
              {one.unlocked ? one.name : t('compatible.locked', { name: one.name })}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
