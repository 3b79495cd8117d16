import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, intentHeader } from '@shared/api/client'
import { useIntent } from '@shared/api/intent'
import type { LeaseRequest } from '@shared/api/types'
import { fromBase64, saveFile, SMALL_FILE_BYTES, toBase64 } from '@shared/files'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'

const FIELDS = ['request_base64', 'device', 'device_name', 'days']
const USUAL_DAYS = 30

export type LeaseKind = 'file' | 'device'

interface Values {
  kind: LeaseKind
  file: File | null
  device: string
  name: string
  days: string
}

const EMPTY: Values = { kind: 'file', file: null, device: '', name: '', days: String(USUAL_DAYS) }

async function wished({ kind, file, device, name, days }: Values): Promise<LeaseRequest> {
  const asked = kind === 'file' && file ? await toBase64(file) : null
  return {
    request_base64: asked,
    device: kind === 'device' ? device.trim() : null,
    device_name: kind === 'device' && name.trim() ? name.trim() : null,
    days: Math.trunc(Number(days)),
  }
}

/** The form for a lease; each refusal stands at its field, and the lease is saved as a file. */
export function useLease(licenseId: string, onLeased: () => void) {
  const { t } = useTranslation('devices')
  const intent = useIntent()
  const [values, change] = useState(EMPTY)
  const [gap, setGap] = useState<string>()
  const leasing = useMutation({
    mutationFn: async (filledIn: Values) => {
      const body = await wished(filledIn)
      return answer(
        api.POST('/api/licenses/{license_id}/leases', {
          params: { path: { license_id: licenseId } },
          body,
          headers: intentHeader(await intent.keyFor(body)),
        }),
      )
    },
    onSuccess: (lease) => {
      intent.begin()
      saveFile(lease.name, fromBase64(lease.content_base64))
      onLeased()
    },
    onError: focusFirstError,
  })
  const set = (some: Partial<Values>) => {
    change((before) => ({ ...before, ...some }))
    setGap(undefined)
    leasing.reset()
  }
  const submit = () => {
    const { kind, file } = values
    const missing = kind === 'file' && !file ? t('gap.missing') : undefined
    const tooBig =
      kind === 'file' && file && file.size > SMALL_FILE_BYTES ? t('gap.tooBig') : undefined
    setGap(missing ?? tooBig)
    if (missing ?? tooBig) focusFirstError()
    else leasing.mutate(values)
  }
  const refused = sortErrors(leasing.error, FIELDS)
  const errors: Record<string, string | undefined> = { ...refused.fields }
  if (gap) errors.request_base64 = gap
  return {
    values,
    set,
    submit,
    errors,
    sending: leasing.isPending,
    problem: refused.rest,
    leased: leasing.data,
  }
}
