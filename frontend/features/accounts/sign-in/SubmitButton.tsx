import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SubmitButtonProps {
  label: string
  busy: boolean
  /** Seconds until trying is allowed again. */
  wait: number
}

/** The countdown stands on the button and not in the alert, which would be read out each second. */
export function SubmitButton({ label, busy, wait }: SubmitButtonProps) {
  const { t } = useTranslation('accounts')
  return (
    <Button type="submit" size="md" loading={busy} disabled={wait > 0} className="k-figures">
      {wait > 0 ? t('signIn.waiting', { time: clock(wait) }) : label}
    </Button>
  )
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
