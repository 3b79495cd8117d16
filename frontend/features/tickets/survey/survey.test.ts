import { expect, it } from 'vitest'
import { surveyLinkFrom } from './survey'

it('REQ-15: reads the rating that was clicked in the mail', () => {
  expect(surveyLinkFrom('abc_-DEF.4')).toEqual({ token: 'abc_-DEF', rating: 4 })
})

it.each(['abc', 'abc.6', 'abc.0', 'abc.', '.4x', ''])(
  'takes %j as a token without rating',
  (hash) => {
    expect(surveyLinkFrom(hash)).toEqual({ token: hash, rating: null })
  },
)
