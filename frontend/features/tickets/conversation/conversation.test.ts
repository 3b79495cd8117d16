import { describe, expect, it } from 'vitest'
import { fold } from './fold'
import { piecesOf } from './linked-text'

describe('REQ-10: long conversations are folded', () => {
  const messages = Array.from({ length: 14 }, (_, index) => index)

  it('shows how it began and how it stands', () => {
    expect(fold(messages, false)).toEqual({ first: [0], hidden: 10, last: [11, 12, 13] })
  })

  it('shows all when asked', () => {
    expect(fold(messages, true)).toEqual({ first: messages, hidden: 0, last: [] })
  })

  it('leaves short ones whole', () => {
    expect(fold([1, 2, 3, 4, 5, 6], false).hidden).toBe(0)
  })
})

describe('piecesOf', () => {
  it('links web addresses, without the punctuation around them', () => {
    expect(piecesOf('Siehe https://docs.example/a?b=1 (und http://x.example/).')).toEqual([
      { text: 'Siehe ' },
      { text: 'https://docs.example/a?b=1', href: 'https://docs.example/a?b=1' },
      { text: ' (und ' },
      { text: 'http://x.example/', href: 'http://x.example/' },
      { text: ').' },
    ])
  })

  it.each(['javascript:alert(1)', '<script>alert(1)</script>', 'data:text/html,x', ''])(
    'links nothing in %j',
    (text) => {
      expect(piecesOf(text).some((piece) => piece.href)).toBe(false)
    },
  )
})
