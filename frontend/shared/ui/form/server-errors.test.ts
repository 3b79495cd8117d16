import { expect, it } from 'vitest'
import { ApiError, NetworkError } from '@shared/api/problem'
import { sortErrors } from './server-errors'

const refusal = (...errors: { field: string; code: string; detail: string }[]) =>
  new ApiError({ title: 'No', detail: 'No.', status: 422, code: 'invalid', errors })

it('puts each error at its field', () => {
  const error = refusal(
    { field: 'password', code: 'too_short', detail: 'Too short.' },
    { field: 'password', code: 'no_digit', detail: 'No digit.' },
    { field: 'key_file.name', code: 'missing', detail: 'No name.' },
  )
  expect(sortErrors(error, ['password', 'key_file'])).toEqual({
    fields: { password: 'Too short. No digit.', key_file: 'No name.' },
    rest: null,
  })
})

it('keeps what names a field that the form has not', () => {
  const error = refusal({ field: 'company_id', code: 'unknown', detail: 'Unknown.' })
  expect(sortErrors(error, ['subject'])).toEqual({ fields: {}, rest: error })
})

it('keeps whole what names no field at all', () => {
  const offline = new NetworkError('Failed to fetch')
  expect(sortErrors(offline, ['subject'])).toEqual({ fields: {}, rest: offline })
  expect(sortErrors(null, ['subject'])).toEqual({ fields: {}, rest: null })
})
