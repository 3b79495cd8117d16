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

const FRAMES_TO_DRAW = 30

/** The first field that has an error, so that its text is read out; once the error is drawn. */
export function focusFirstError(frames = FRAMES_TO_DRAW) {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('form [aria-invalid="true"]')
    if (field) field.focus()
    else if (frames > 0) focusFirstError(frames - 1)
  })
}
