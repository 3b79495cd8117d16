import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { DeviceList } from './DeviceList'
import { devicesKey, dropDeviceAsStaff, reviewOveruse, staffDevicesQuery } from './devices'
import classes from './Devices.module.css'
import { MoreDevices } from './MoreDevices'
import { Overuse } from './Overuse'
import { Seats } from './Seats'

interface StaffDevicesProps {
  licenseId: string
  /** License desk and supervisors act; agents look. */
  mayDrop: boolean
  /** What else shows the license's mark. */
  onReviewed: () => Promise<unknown>
}

/** A license's devices for staff (STF-5). */
export function StaffDevices({ licenseId, mayDrop, onReviewed }: StaffDevicesProps) {
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
      {first ? (
        <Overuse page={first}>
          {first.overused_at && mayDrop ? (
            <Review licenseId={licenseId} onReviewed={() => Promise.all([again(), onReviewed()])} />
          ) : null}
        </Overuse>
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

interface ReviewProps {
  licenseId: string
  onReviewed: () => Promise<unknown>
}

/** Says that staff have looked at the overuse: its mark comes off. */
function Review({ licenseId, onReviewed }: ReviewProps) {
  const { t } = useTranslation('devices')
  const { keyFor } = useIntent()
  const reviewing = useMutation({
    mutationFn: async () => reviewOveruse(licenseId, await keyFor(licenseId)),
    onSuccess: onReviewed,
  })
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={reviewing.isPending}
        onClick={() => reviewing.mutate()}
      >
        {t('overuse.review')}
      </Button>
      {reviewing.error ? <Problem error={reviewing.error} /> : null}
    </>
  )
}
