import { expect, it } from 'vitest'
import { splitLines } from './lines'

it('COM-3: takes lists as mail programs and tables copy them', () => {
  expect(splitLines('anna@x.example\r\n\n  ben@x.example ')).toEqual([
    'anna@x.example',
    'ben@x.example',
  ])
  expect(splitLines('Anna Weiß <anna@x.example>; Ben <ben@x.example>;')).toEqual([
    'Anna Weiß <anna@x.example>',
    'Ben <ben@x.example>',
  ])
  expect(splitLines('anna@x.example, ben@x.example,')).toEqual(['anna@x.example', 'ben@x.example'])
})

it('leaves a comma alone that stands in a name', () => {
  expect(splitLines('Weiß, Anna <anna@x.example>')).toEqual(['Weiß, Anna <anna@x.example>'])
})

it('keeps what is no address, so that it can be told', () => {
  expect(splitLines('anna\nben@x.example')).toEqual(['anna', 'ben@x.example'])
  expect(splitLines(' \n ')).toEqual([])
})
