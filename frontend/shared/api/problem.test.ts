import { describe, expect, it } from 'vitest'
import { ApiError, isPassing, isSignedOut, NetworkError, problemFrom } from './problem'

const PROBLEM = { title: 'No', detail: 'Not so.', status: 422, code: 'invalid' }
const answer = (body: string, type: string, status = 422) =>
  new Response(body, { status, headers: { 'Content-Type': type } })

describe('problemFrom', () => {
  it('reads a problem with its fields', async () => {
    const errors = [{ field: 'subject', code: 'empty', detail: 'Missing.' }]
    const body = JSON.stringify({ ...PROBLEM, errors, params: { retry_after: 7 } })
    const error = await problemFrom(answer(body, 'application/problem+json'))
    expect(error).toMatchObject({ status: 422, code: 'invalid', message: 'Not so.', errors })
    expect(error.retryAfter).toBe(7)
  })

  it('knows what the gateway says by itself, in a language that nobody chose', async () => {
    const body = JSON.stringify({ ...PROBLEM, status: 413, language: 'en' })
    const error = await problemFrom(answer(body, 'application/problem+json', 413))
    expect([error.status, error.byGateway]).toEqual([413, true])
    expect(new ApiError(PROBLEM).byGateway).toBe(false)
  })

  it.each([
    ['<html>Bad Gateway</html>', 'text/html'],
    ['{"cut off', 'application/json'],
    ['', 'application/json'],
  ])('makes an error of any answer: %j', async (body, type) => {
    const error = await problemFrom(answer(body, type, 502))
    expect(error).toMatchObject({ status: 502, code: 'unexpected_answer', errors: [] })
  })
})

it('tells what can pass by itself from what can not', () => {
  const failed = (status: number) => new ApiError({ ...PROBLEM, status })
  expect([new NetworkError(), failed(500), failed(503), failed(429)].every(isPassing)).toBe(true)
  expect([failed(401), failed(404), failed(409), failed(422), null].some(isPassing)).toBe(false)
})

it('does not take a wrong password for a session that has ended', () => {
  expect(isSignedOut(new ApiError({ ...PROBLEM, status: 401, code: 'not_signed_in' }))).toBe(true)
  expect(isSignedOut(new ApiError({ ...PROBLEM, status: 401, code: 'sign_in_failed' }))).toBe(false)
})
