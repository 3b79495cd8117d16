import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { ticketsKey } from '../list/list-tickets'
import { closeTicket } from './ticket'

/** Ends the request as "cancelled by the user", after asking: closed is final (REQ-9, REQ-12). */
export function CloseTicket({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tickets')
  const [asking, setAsking] = useState(false)
  const intent = useIntent()
  const queryClient = useQueryClient()
  const closing = useMutation({
    mutationFn: async () => closeTicket(ticketId, await intent.keyFor(ticketId)),
    onSuccess: async () => {
      setAsking(false)
      await queryClient.invalidateQueries({ queryKey: ticketsKey })
    },
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('closing.action')}
      </Button>
      <ConfirmDialog
        danger
        opened={asking}
        title={t('closing.title')}
        confirmLabel={t('closing.confirm')}
        busy={closing.isPending}
        error={closing.error}
        onConfirm={() => closing.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('closing.detail')}
      </ConfirmDialog>
    </>
  )
}
