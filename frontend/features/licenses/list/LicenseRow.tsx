import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { LinkRow } from '@shared/ui/Rows'
import { Expiry } from '../Expiry'
import { LicenseChips } from '../LicenseChips'

/** Code or key file name, product and expiry (LIC-1); `link` is the product's name as a link. */
export function LicenseRow({ license, link }: { license: License; link: ReactNode }) {
  const { t } = useTranslation('licenses')
  return (
    <LinkRow
      name={link}
      aside={<LicenseChips license={license} />}
      below={
        <>
          <span className="k-code">{license.code}</span>
          {license.key_file_name ? (
            <>
              {' · '}
              <span className="k-code">{license.key_file_name}</span>
            </>
          ) : null}
        </>
      }
      belowAside={
        <span>
          {t(license.status === 'expired' ? 'list.endedOn' : 'list.endsOn')}{' '}
          <Expiry day={license.expires_on} /> · {t('nodes', { count: license.nodes })}
        </span>
      }
    />
  )
}
