import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, PlugZap, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseDetails } from '@shared/api/types'
import { saveFile } from '@shared/files'
import { Pages } from '@shared/ui/Pages'
import { Problem } from '@shared/ui/Problem'
import { NoRows } from '@shared/ui/Rows'
import { DeviceList } from './DeviceList'
import { devicesQuery, dropDevice, fetchDevicesAsCsv, refreshDevices } from './devices'
import classes from './Devices.module.css'
import { DevicesHead } from './DevicesHead'
import { LeaseDialog } from './LeaseDialog'
import { ReturnDialog } from './ReturnDialog'

type Opened = 'lease' | 'return'

/** The devices of one license, for those who manage licenses (LIC-17), and its offline leases. */
export function LicenseDevices({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('devices')
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(devicesQuery(license.id))
  const [dialog, setDialog] = useState<Opened | null>(null)
  const again = () => refreshDevices(queryClient, license.id)
  const first = list.data?.pages[0]
  return (
    <>
      <Pages
        list={list}
        title={t('title')}
        head={
          first ? (
            <DevicesHead page={first} advice={<p>{t('overuse.advice')}</p>}>
              <DeviceActions license={license} empty={first.items.length === 0} open={setDialog} />
            </DevicesHead>
          ) : null
        }
        empty={<NoRows>{t('none')}</NoRows>}
      >
        {(devices) => (
          <DeviceList
            devices={devices}
            drop={(device) => dropDevice(license.id, device.id).then(again)}
          />
        )}
      </Pages>
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
    </>
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
    onSuccess: (table) => saveFile(`${license.public_id}-devices.csv`, table),
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
