import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, PlugZap, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { DeviceList } from './DeviceList'
import { devicesKey, devicesQuery, dropDevice, fetchDevicesAsCsv } from './devices'
import classes from './Devices.module.css'
import { LeaseDialog } from './LeaseDialog'
import { MoreDevices } from './MoreDevices'
import { Overuse } from './Overuse'
import { ReturnDialog } from './ReturnDialog'
import { save } from './save'
import { Seats } from './Seats'

type Opened = 'lease' | 'return'

/** The devices of one license, for those who manage licenses (LIC-17), and its offline leases. */
export function LicenseDevices({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('devices')
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(devicesQuery(license.id))
  const [dialog, setDialog] = useState<Opened | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: devicesKey(license.id) })
  if (list.isPending) return <Loading />
  if (!list.data) return <Problem error={list.error} retry={() => void list.refetch()} />
  const [first] = list.data.pages
  const devices = list.data.pages.flatMap((page) => page.items)
  return (
    <Panel title={t('title')} flush>
      <div className={classes.head}>
        {first ? <Seats used={first.seats_used} nodes={first.nodes} /> : null}
        <DeviceActions license={license} empty={devices.length === 0} open={setDialog} />
      </div>
      {first ? (
        <Overuse page={first}>
          <p>{t('overuse.advice')}</p>
        </Overuse>
      ) : null}
      {devices.length === 0 ? (
        <p className={classes.none}>{t('none')}</p>
      ) : (
        <DeviceList
          devices={devices}
          drop={(device) => dropDevice(license.id, device.id).then(again)}
        />
      )}
      <MoreDevices list={list} />
      <LeaseDialog
        opened={dialog === 'lease'}
        license={license}
        mostDays={first?.most_lease_days ?? 1}
        onClose={() => setDialog(null)}
        onLeased={() => void again()}
      />
      <ReturnDialog
        opened={dialog === 'return'}
        license={license}
        onClose={() => setDialog(null)}
        onReturned={() => void again()}
      />
    </Panel>
  )
}

interface DeviceActionsProps {
  license: LicenseDetails
  empty: boolean
  open: (dialog: Opened) => void
}

function DeviceActions({ license, empty, open }: DeviceActionsProps) {
  const { t } = useTranslation('devices')
  const saving = useMutation({
    mutationFn: () => fetchDevicesAsCsv(license.id),
    onSuccess: (table) => save(`${license.public_id}-devices.csv`, table),
  })
  const usable = license.status === 'active' || license.status === 'not_activated'
  const look = { variant: 'default', size: 'xs' } as const
  return (
    <>
      <div className={classes.actions}>
        {usable ? (
          <Button
            {...look}
            leftSection={<PlugZap size={14} aria-hidden />}
            onClick={() => open('lease')}
          >
            {t('lease.action')}
          </Button>
        ) : null}
        <Button
          {...look}
          leftSection={<Undo2 size={14} aria-hidden />}
          onClick={() => open('return')}
        >
          {t('return.action')}
        </Button>
        <Button
          {...look}
          leftSection={<Download size={14} aria-hidden />}
          loading={saving.isPending}
          disabled={empty}
          onClick={() => saving.mutate()}
        >
          {t('csv')}
        </Button>
      </div>
      {saving.error ? <Problem error={saving.error} /> : null}
    </>
  )
}
