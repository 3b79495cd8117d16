import { Button } from '@mantine/core'
import { MonitorX, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '@shared/api/types'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Day, Moment } from '@shared/ui/Times'
import classes from './Devices.module.css'

interface DeviceListProps {
  devices: Device[]
  /** Missing for those who may only look. */
  drop?: (device: Device) => Promise<unknown>
}

/** Who holds a seat: since when, when last seen, and until when by an offline lease (LIC-17). */
export function DeviceList({ devices, drop }: DeviceListProps) {
  const { t } = useTranslation('devices')
  return (
    <ul className={classes.rows}>
      {devices.map((device) => (
        <li key={device.id} className={classes.row}>
          <div>
            <span className={classes.name}>{device.name ?? t('unnamed')}</span>
            <span className={classes.facts}>
              {t('since')} <Moment value={device.since} />
              {' · '}
              {t('seen')} <Day value={device.seen_on} />
            </span>
          </div>
          {device.lease_ends ? (
            <Chip tone="info" icon={WifiOff}>
              {t('offlineUntil')} <Day value={device.lease_ends} />
            </Chip>
          ) : drop ? (
            <Drop device={device} drop={drop} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Drop({ device, drop }: { device: Device; drop: (device: Device) => Promise<unknown> }) {
  const { t } = useTranslation('devices')
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const name = device.name ?? t('unnamed')
  const confirm = async () => {
    setBusy(true)
    try {
      await drop(device)
      ask(false)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const open = () => {
    setError(null)
    ask(true)
  }
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<MonitorX size={14} aria-hidden />}
        aria-label={t('drop.named', { name })}
        onClick={open}
      >
        {t('drop.action')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('drop.title', { name })}
        confirmLabel={t('drop.action')}
        danger
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onCancel={() => ask(false)}
      >
        {t('drop.detail')}
      </ConfirmDialog>
    </>
  )
}
