// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, vi } from 'vitest'
import { admit, forgetPerson } from './one-person'

const DRAFT = 'kontor-draft:form'
const REQUESTS = ['requests']
const startAgain = vi.fn()
let queryClient: QueryClient

beforeEach(() => {
  forgetPerson()
  startAgain.mockReset()
  queryClient = new QueryClient()
  admit(queryClient, 'katrin', startAgain)
  sessionStorage.setItem(DRAFT, '{}')
  queryClient.setQueryData(REQUESTS, ['hers'])
})

it('keeps for the same person what was written and read', () => {
  admit(queryClient, 'katrin', startAgain)
  expect(sessionStorage.getItem(DRAFT)).toBe('{}')
  expect(queryClient.getQueryData(REQUESTS)).toEqual(['hers'])
  expect(startAgain).not.toHaveBeenCalled()
})

it('shows the next person nothing of it, and starts again', () => {
  admit(queryClient, 'emma', startAgain)
  expect(sessionStorage.getItem(DRAFT)).toBeNull()
  expect(queryClient.getQueryData(REQUESTS)).toBeUndefined()
  expect(startAgain).toHaveBeenCalledOnce()
})

it('does so, too, when the page was loaded anew in between', async () => {
  vi.resetModules()
  const loadedAnew = await import('./one-person')
  loadedAnew.admit(queryClient, 'emma', startAgain)
  expect(sessionStorage.getItem(DRAFT)).toBeNull()
  expect(startAgain).toHaveBeenCalledOnce()
})

it('starts again once only', () => {
  admit(queryClient, 'emma', startAgain)
  admit(queryClient, 'emma', startAgain)
  expect(startAgain).toHaveBeenCalledOnce()
})

it('knows nobody any more after signing out', () => {
  forgetPerson()
  admit(queryClient, 'emma', startAgain)
  expect(startAgain).not.toHaveBeenCalled()
})
