import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Asks before another page of the app would stop an upload; the browser asks for the tab. */
export function LeaveGuard({ busy }: { busy: boolean }) {
  const { t } = useTranslation('tickets')
  useBlocker({
    shouldBlockFn: () => busy && !window.confirm(t('upload.leave')),
    enableBeforeUnload: false,
    disabled: !busy,
  })
  return null
}
