import { Button } from '@mantine/core'
import { Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageKind } from '@shared/api/staff-types'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import classes from './Composer.module.css'

interface ComposerFootProps {
  kind: MessageKind
  busy: boolean
  /** Whether nothing would be lost by discarding. */
  empty: boolean
  onDiscard: () => void
}

export function ComposerFoot({ kind, busy, empty, onDiscard }: ComposerFootProps) {
  const { t } = useTranslation('console')
  const [asking, setAsking] = useState(false)
  return (
    <div className={classes.foot}>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Trash2 size={15} aria-hidden />}
        onClick={empty ? onDiscard : () => setAsking(true)}
        disabled={busy}
      >
        {t('composer.discard')}
      </Button>
      <Button type="submit" leftSection={<Send size={15} aria-hidden />} loading={busy}>
        {t(`composer.send.${kind}`)}
      </Button>
      <ConfirmDialog
        danger
        opened={asking}
        title={t('composer.discardTitle')}
        confirmLabel={t('composer.discard')}
        busy={false}
        onConfirm={onDiscard}
        onCancel={() => setAsking(false)}
      >
        {t('composer.discardDetail')}
      </ConfirmDialog>
    </div>
  )
}
