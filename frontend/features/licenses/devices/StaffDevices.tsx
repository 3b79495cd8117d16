import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { Pages } from '@shared/ui/Pages'
import { Problem } from '@shared/ui/Problem'
import { NoRows } from '@shared/ui/Rows'
import { DeviceList } from './DeviceList'
import { devicesKey, dropDeviceAsStaff, reviewOveruse, staffDevicesQuery } from './devices'
import { DevicesHead } from './DevicesHead'

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
  const first = list.data?.pages[0]
  const again = () => queryClient.invalidateQueries({ queryKey: devicesKey(licenseId) })
  const drop = (id: string) => dropDeviceAsStaff(licenseId, id).then(again)
  const review =
    first?.overused_at && mayDrop ? (
      <Review licenseId={licenseId} onReviewed={() => Promise.all([again(), onReviewed()])} />
    ) : null
  return (
    <Pages
      list={list}
      title={t('title')}
      head={first ? <DevicesHead page={first} advice={review} /> : null}
      empty={<NoRows>{t('none')}</NoRows>}
    >
      {(devices) => (
        <DeviceList devices={devices} drop={mayDrop ? (device) => drop(device.id) : undefined} />
      )}
    </Pages>
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
