import { describe, expect, it } from 'vitest'
import {
  bareCode,
  caretAfterGrouping,
  gapInCode,
  groupedCode,
  isWholeCode,
} from './activation-code'

const CODE = 'K7QX2-M9DTR-84HLW-PZ3VB'

describe('LIC-1: what is typed around a code is forgiven', () => {
  it.each([
    'k7qx2-m9dtr-84hlw-pz3vb',
    'K7QX2 M9DTR 84HLW PZ3VB',
    'K7QX2M9DTR84HLWPZ3VB',
    ' K7QX2–M9DTR—84HLW_PZ3VB\n',
    'K7QX2\u200b-M9DTR-84HLW-PZ3VB',
  ])('%j', (typed) => {
    expect(groupedCode(typed)).toBe(CODE)
    expect(isWholeCode(typed)).toBe(true)
  })

  it('groups while it is typed', () => {
    expect(groupedCode('k7q')).toBe('K7Q')
    expect(groupedCode('k7qx2')).toBe('K7QX2')
    expect(groupedCode('k7qx2m')).toBe('K7QX2-M')
  })

  it('cuts nothing off that was typed too much', () => {
    expect(bareCode(`${CODE}X`)).toHaveLength(21)
    expect(isWholeCode(`${CODE}X`)).toBe(false)
  })

  it.each(['', 'K7QX2', 'K7QX2-M9DTR-84HLW-PZ3VÄ'])('%j is no whole code', (typed) => {
    expect(isWholeCode(typed)).toBe(false)
  })
})

describe('LIC-2: what is wrong with a typed code is named', () => {
  it.each([
    [' - ', { gap: 'codeMissing' }],
    ['K7QX2-M9DTR', { gap: 'codeMalformed', typed: 10 }],
    [`${CODE}XX`, { gap: 'codeMalformed', typed: 22 }],
    ['К7QX2-M9DTR-84HLW-PZ3VÄ', { gap: 'codeLetters', characters: 'К Ä' }],
  ])('%j', (typed, gap) => {
    expect(gapInCode(typed)).toEqual(gap)
  })

  it('has nothing against a whole code', () => {
    expect(gapInCode(CODE.toLowerCase())).toBeNull()
  })
})

describe('the caret stays behind the character just typed', () => {
  it.each([
    ['k7qx2', 5, 5],
    ['k7qx2m', 6, 7],
    ['k7Aqx2-m', 3, 3],
    ['K7QX2-M9DTR', 6, 6],
  ])('%s at %i', (typed, caret, expected) => {
    expect(caretAfterGrouping(typed, caret, false)).toBe(expected)
  })
})

it('lets Backspace step over a dash', () => {
  expect(caretAfterGrouping('K7QX2M9DTR', 5, true)).toBe(5)
})
