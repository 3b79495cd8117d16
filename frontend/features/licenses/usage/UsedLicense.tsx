import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseUsage } from '@shared/api/types'
import { Quiet, RowName } from '@shared/ui/Rows'
import { DeviceList } from '../devices/DeviceList'
import { dropDevice, refreshDevices } from '../devices/devices'
import { Seats } from '../devices/Seats'
import { LicenseChips } from '../LicenseChips'
import classes from './Usage.module.css'

interface UsedLicenseProps {
  license: LicenseUsage
  link: (license: LicenseUsage, name: ReactNode, label?: string) => ReactNode
}

/** A license, its seats, and the first of the devices that hold them; its own page has them all. */
export function UsedLicense({ license, link }: UsedLicenseProps) {
  const { t } = useTranslation('devices')
  const queryClient = useQueryClient()
  const { devices, seats_used: used } = license
  return (
    <li>
      <div className={classes.license}>
        <div className={classes.name}>
          <RowName>
            {link(license, license.products.join(', '))}
            <LicenseChips license={license} />
          </RowName>
          <Quiet code>{license.public_id}</Quiet>
        </div>
        {used === null ? null : (
          <div className={classes.seats}>
            <Seats used={used} nodes={license.nodes} />
          </div>
        )}
      </div>
      {devices.length === 0 && !license.more ? (
        <p className={classes.none}>{t(used === null ? 'usage.unproven' : 'usage.none')}</p>
      ) : (
        <div className={classes.devices}>
          <DeviceList
            devices={devices}
            drop={(device) =>
              dropDevice(license.id, device.id).then(() => refreshDevices(queryClient, license.id))
            }
          />
        </div>
      )}
      {license.more ? (
        <p className={classes.more}>
          {link(license, t('usage.more'), t('usage.moreOf', { id: license.public_id }))}
        </p>
      ) : null}
    </li>
  )
}
