import { Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@shared/api/client'
import { ApiError } from '@shared/api/problem'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'

const isDead = (error: unknown) =>
  error instanceof ApiError && [404, 410, 422].includes(error.status)

interface ConfirmAddressProps {
  token: string
  wayOn: (words: string) => ReactNode
}

/** Behind the test mail's link: mail arrives. Done by a press, for mail scanners open links. */
export function ConfirmAddress({ token, wayOn }: ConfirmAddressProps) {
  const { t } = useTranslation('reach')
  const queryClient = useQueryClient()
  const confirming = useMutation({
    mutationFn: () => answer(api.POST('/api/address-checks', { body: { token } })),
    onSuccess: () =>
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'reach' }),
  })
  if (isDead(confirming.error))
    return (
      <>
        <PageHeader title={t('confirm.deadTitle')} below={t('confirm.dead')} />
        {wayOn(t('confirm.on'))}
      </>
    )
  return (
    <>
      <PageHeader title={t('confirm.title')} below={t('confirm.explain')} />
      <Stack gap="md">
        {confirming.error ? <Problem error={confirming.error} /> : null}
        {confirming.isSuccess ? (
          <>
            <Notice tone="success">{t('confirm.done', { email: confirming.data.email })}</Notice>
            {wayOn(t('confirm.on'))}
          </>
        ) : (
          <Button size="md" loading={confirming.isPending} onClick={() => confirming.mutate()}>
            {t('confirm.submit')}
          </Button>
        )}
      </Stack>
    </>
  )
}
