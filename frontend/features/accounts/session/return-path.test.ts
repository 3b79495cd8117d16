import { expect, it } from 'vitest'
import { safeReturnPath } from './return-path'

it.each(['/requests', '/requests/01ABC?tab=1', '/licenses?state=expired'])('keeps %s', (path) => {
  expect(safeReturnPath(path)).toBe(path)
})

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:1', '', null, 3])(
  'refuses %s',
  (path) => {
    expect(safeReturnPath(path)).toBeUndefined()
  },
)

it('does not lead back to the sign-in page', () => {
  expect(safeReturnPath('/sign-in?return=/x')).toBeUndefined()
})
