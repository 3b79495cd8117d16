import type { UseFormReturnType } from '@mantine/form'
import { useEffect } from 'react'
import { sortErrors } from './server-errors'

/** Shows a refusal at the fields it names and takes the focus there; returns what is left over. */
export function useServerErrors<Values extends object>(
  form: UseFormReturnType<Values>,
  error: unknown,
): { rest: unknown } {
  const sorted = sortErrors(error, Object.keys(form.getValues()))
  useEffect(() => {
    if (!error) return
    form.setErrors(sortErrors(error, Object.keys(form.getValues())).fields)
    focusFirstError()
    // The form object is new at every render; only a new refusal counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error])
  return { rest: sorted.rest }
}

/** After the errors are drawn: the first field that has one, so that its text is read out. */
export function focusFirstError() {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus()
  })
}
