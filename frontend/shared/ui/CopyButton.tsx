import { ActionIcon } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const SHOWN_FOR_MS = 2000

/** Copies `value`; `label` names what is copied, for those who don't see what it stands beside. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('common')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true))
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        onClick={() => void copy()}
        aria-label={t('copy.action', { what: label })}
        title={t('copy.action', { what: label })}
      >
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      </ActionIcon>
      <span role="status" style={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
        {copied ? t('copy.done') : ''}
      </span>
    </>
  )
}
