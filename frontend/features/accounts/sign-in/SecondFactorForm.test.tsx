// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError } from '@shared/api/problem'
import type { SignInAnswer } from '@shared/api/types'
import { renderPart } from '../../../tests/render'
import { SecondFactorForm } from './SecondFactorForm'

const refusal = (code: string, status: number, params = {}) =>
  new ApiError({ title: '', detail: `refused: ${code}`, code, status, params })

async function open(confirm: (code: string) => Promise<SignInAnswer>) {
  const onAnswer = vi.fn()
  const onBack = vi.fn()
  const { user } = await renderPart(
    <SecondFactorForm confirm={confirm} onAnswer={onAnswer} onBack={onBack} />,
  )
  return { user, onAnswer, onBack, field: () => screen.getByLabelText<HTMLInputElement>('Code') }
}

it('sends the code with its sixth digit (STF-1)', async () => {
  const confirm = vi.fn().mockResolvedValue({ state: 'signed_in' })
  const { user, onAnswer, field } = await open(confirm)
  await user.type(field(), '12345')
  expect(confirm).not.toHaveBeenCalled()
  await user.type(field(), '6')
  expect(confirm.mock.calls.map(([code]) => code)).toEqual(['123456'])
  expect(onAnswer).toHaveBeenCalledOnce()
})

it('takes a pasted code as the app shows it, with a space', async () => {
  const confirm = vi.fn().mockResolvedValue({ state: 'signed_in' })
  const { user, field } = await open(confirm)
  await user.click(field())
  await user.paste('123 456')
  expect(confirm.mock.calls.map(([code]) => code)).toEqual(['123456'])
})

it('empties the field after a wrong code and says so', async () => {
  const confirm = vi.fn().mockRejectedValue(refusal('sign_in_failed', 401))
  const { user, field } = await open(confirm)
  await user.type(field(), '000000')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The code is not right')
  expect(field().value).toBe('')
  expect(document.activeElement).toBe(field())
})

it('waits where the API asks to, and says how long on the button', async () => {
  const confirm = vi
    .fn()
    .mockRejectedValue(refusal('too_many_attempts', 429, { retry_after: 3600 }))
  const { user, field } = await open(confirm)
  await user.type(field(), '111111')
  const button = await screen.findByRole('button', { name: /^Wait \d+:\d\d$/ })
  expect(button.hasAttribute('disabled')).toBe(true)
  await user.type(field(), '222222')
  expect(confirm).toHaveBeenCalledOnce()
})

it('leads back to the password when the challenge is over', async () => {
  const confirm = vi.fn().mockRejectedValue(refusal('link_expired', 410))
  const { user, field, onBack } = await open(confirm)
  await user.type(field(), '123456')
  await user.click(await screen.findByRole('button', { name: 'Start again' }))
  expect(onBack).toHaveBeenCalledOnce()
})
