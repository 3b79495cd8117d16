import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Moment } from '@shared/ui/Times'
import { DeviceList } from './DeviceList'
import { devicesKey, dropDeviceAsStaff, staffDevicesQuery } from './devices'
import classes from './Devices.module.css'
import { MoreDevices } from './MoreDevices'
import { Seats } from './Seats'

/** A license's devices for staff (STF-5); `mayDrop` is for license desk and supervisors. */
export function StaffDevices({ licenseId, mayDrop }: { licenseId: string; mayDrop: boolean }) {
  const { t } = useTranslation('devices')
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(staffDevicesQuery(licenseId))
  if (list.isPending) return <Loading />
  if (!list.data) return <Problem error={list.error} retry={() => void list.refetch()} />
  const [first] = list.data.pages
  const devices = list.data.pages.flatMap((page) => page.items)
  const again = () => queryClient.invalidateQueries({ queryKey: devicesKey(licenseId) })
  const drop = (id: string) => dropDeviceAsStaff(licenseId, id).then(again)
  return (
    <Panel title={t('title')} flush>
      <div className={classes.head}>
        {first ? <Seats used={first.seats_used} nodes={first.nodes} /> : null}
      </div>
      {first && (first.overused_at ?? first.refused_today) ? (
        <div className={classes.notice}>
          <Notice tone="warning" title={t('overuse.title', { count: first.refused_today })}>
            {first.overused_at ? (
              <>
                {t('overuse.since')} <Moment value={first.overused_at} />
              </>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {devices.length === 0 ? (
        <p className={classes.none}>{t('none')}</p>
      ) : (
        <DeviceList devices={devices} drop={mayDrop ? (device) => drop(device.id) : undefined} />
      )}
      <MoreDevices list={list} />
    </Panel>
  )
}
