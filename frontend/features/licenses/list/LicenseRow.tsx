import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { Expiry } from '../Expiry'
import { LicenseChips } from '../LicenseChips'
import classes from './LicenseList.module.css'

/** Code or key file name, product and expiry (LIC-1); `link` is the product's name as a link. */
export function LicenseRow({ license, link }: { license: License; link: ReactNode }) {
  const { t } = useTranslation('licenses')
  return (
    <li className={classes.row}>
      <div className={classes.product}>{link}</div>
      <div className={classes.chips}>
        <LicenseChips license={license} />
      </div>
      <div className={classes.secret}>
        <span className="k-code">{license.code}</span>
        {license.key_file_name ? (
          <>
            {' · '}
            <span className="k-code">{license.key_file_name}</span>
          </>
        ) : null}
      </div>
      <div className={classes.facts}>
        {t(license.status === 'expired' ? 'list.endedOn' : 'list.endsOn')}{' '}
        <Expiry day={license.expires_on} /> · {t('nodes', { count: license.nodes })}
      </div>
    </li>
  )
}
