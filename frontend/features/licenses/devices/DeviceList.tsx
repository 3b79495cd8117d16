import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { MonitorX, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '@shared/api/types'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Day, Moment } from '@shared/ui/Times'

interface DeviceListProps {
  devices: Device[]
  /** Missing for those who may only look. */
  drop?: (device: Device) => Promise<unknown>
}

/** Who holds a seat: since when, when last seen, and until when by an offline lease (LIC-17). */
export function DeviceList({ devices, drop }: DeviceListProps) {
  const { t } = useTranslation('devices')
  return (
    <Rows>
      {devices.map((device) => (
        <Row
          key={device.id}
          acts={
            device.lease_ends ? (
              <Chip tone="info" icon={WifiOff}>
                {t('offlineUntil')} <Day value={device.lease_ends} />
              </Chip>
            ) : drop ? (
              <Drop device={device} drop={drop} />
            ) : null
          }
        >
          <RowName>{device.name ?? t('unnamed')}</RowName>
          <Quiet>
            {t('since')} <Moment value={device.since} />
            {' · '}
            {t('seen')} <Day value={device.seen_on} />
          </Quiet>
        </Row>
      ))}
    </Rows>
  )
}

function Drop({ device, drop }: { device: Device; drop: (device: Device) => Promise<unknown> }) {
  const { t } = useTranslation('devices')
  const [asking, ask] = useState(false)
  const dropping = useMutation({ mutationFn: drop, onSuccess: () => ask(false) })
  const name = device.name ?? t('unnamed')
  const open = () => {
    dropping.reset()
    ask(true)
  }
  return (
    <>
      <Button
        variant="default"
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
        busy={dropping.isPending}
        error={dropping.error}
        onConfirm={() => dropping.mutate(device)}
        onCancel={() => ask(false)}
      >
        {t('drop.detail')}
      </ConfirmDialog>
    </>
  )
}
