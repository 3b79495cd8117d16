// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { neighbour, placeIn, rememberPlace } from './queue-place'

it('goes back to the request that was opened', () => {
  rememberPlace('mine', { id: 'b', index: 1 })
  expect(placeIn('mine', ['x', 'a', 'b'])).toBe('b')
})

it('goes to the next one where the request was closed', () => {
  rememberPlace('mine', { id: 'b', index: 1 })
  expect(placeIn('mine', ['a', 'c', 'd'])).toBe('c')
  expect(placeIn('mine', ['a'])).toBe('a')
  expect(placeIn('mine', [])).toBeNull()
})

it('knows no place in a queue where nothing was opened', () => {
  expect(placeIn('waiting', ['a'])).toBeNull()
})

it('steps to the neighbours, also of a request that left the queue', () => {
  expect(neighbour('mine', ['a', 'b', 'c'], 'b', 1)).toBe('c')
  expect(neighbour('mine', ['a', 'b', 'c'], 'c', 1)).toBeNull()
  rememberPlace('mine', { id: 'b', index: 1 })
  expect(neighbour('mine', ['a', 'c'], 'b', 1)).toBe('c')
  expect(neighbour('mine', ['a', 'c'], 'b', -1)).toBe('a')
})
