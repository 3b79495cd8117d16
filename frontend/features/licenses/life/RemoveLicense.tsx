import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { hasCode } from '@shared/api/problem'
import type { LicenseDetails } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { licensesKey } from '../list/list-licenses'
import { openRequestsQuery, removeLicense } from './life'

interface RemoveLicenseProps {
  license: LicenseDetails
  onRemoved: () => void
}

/** Takes the license off the list, after asking; one that has not ended with a warning (LIC-7). */
export function RemoveLicense({ license, onRemoved }: RemoveLicenseProps) {
  const { t } = useTranslation('life')
  const [asking, setAsking] = useState(false)
  const [knows, setKnows] = useState(false)
  const warns = license.status !== 'expired' && license.claim !== 'refused'
  const removing = useRemoving(license.id, onRemoved)
  const close = () => {
    setAsking(false)
    setKnows(false)
    removing.reset()
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<Trash2 size={15} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('remove.action')}
      </Button>
      <ConfirmDialog
        danger
        opened={asking}
        title={t('remove.title')}
        confirmLabel={t('remove.confirm')}
        disabled={warns && !knows}
        busy={removing.isPending}
        error={removing.error}
        onConfirm={() => removing.mutate(warns)}
        onCancel={close}
      >
        {warns ? (
          <Warning license={license} knows={knows} onKnow={setKnows} />
        ) : (
          t(license.claim === 'refused' ? 'remove.refused' : 'remove.expired')
        )}
      </ConfirmDialog>
    </>
  )
}

interface WarningProps {
  license: LicenseDetails
  knows: boolean
  onKnow: (knows: boolean) => void
}

function Warning({ license, knows, onKnow }: WarningProps) {
  const { t } = useTranslation('life')
  const format = useFormat()
  const open = useQuery(openRequestsQuery(license.id))
  const product = license.products.map(({ name }) => name).join(', ')
  return (
    <>
      <Notice tone="warning" title={t('remove.warning', { product })}>
        {open.isPending ? <Loading inside /> : null}
        {open.data ? (
          <p>
            {t('remove.requests', { count: open.data.count, day: format.date(open.data.end_at) })}
          </p>
        ) : null}
        <p>{t('remove.undo')}</p>
      </Notice>
      <Checkbox
        mt="md"
        label={t('remove.know')}
        checked={knows}
        onChange={({ currentTarget }) => onKnow(currentTarget.checked)}
      />
    </>
  )
}

function useRemoving(licenseId: string, onRemoved: () => void) {
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  return useMutation({
    mutationFn: async (warns: boolean) => {
      try {
        await removeLicense(licenseId, warns, await keyFor([licenseId, warns]))
      } catch (error) {
        // A colleague, or another tab, was faster: what was wanted is so.
        if (!hasCode(error, 'not_found')) throw error
      }
    },
    onSuccess: async () => {
      onRemoved()
      queryClient.removeQueries({ queryKey: [...licensesKey, 'one', licenseId] })
      await queryClient.invalidateQueries({ queryKey: [...licensesKey, 'list'] })
    },
  })
}
