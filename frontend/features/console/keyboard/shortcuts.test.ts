import { expect, it } from 'vitest'
import { GROUPS, press, SHORTCUTS } from './shortcuts'

it('knows a single key at once', () => {
  expect(press('j', 0, null)).toEqual(['next', null])
  expect(press('/', 0, null)).toEqual(['find', null])
})

it('waits for the second key of a pair', () => {
  const [nothing, waiting] = press('g', 100, null)
  expect(nothing).toBeNull()
  expect(press('m', 600, waiting)).toEqual(['goMine', null])
})

it('takes the second key alone when it comes too late', () => {
  const [, waiting] = press('g', 0, null)
  expect(press('a', 5000, waiting)).toEqual(['assignToMe', null])
})

it('forgets a pair that does not exist, and does not act on its second key', () => {
  const [, waiting] = press('g', 0, null)
  expect(press('r', 10, waiting)).toEqual([null, null])
})

it('lists every shortcut in the overview', () => {
  const listed = new Set(Object.values(GROUPS).flat())
  expect([...listed].sort()).toEqual(Object.keys(SHORTCUTS).sort())
})
