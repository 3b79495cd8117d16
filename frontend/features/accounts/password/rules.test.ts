import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import accounts from '@locales/en/accounts.json'
import declared from '../../../../chalicelib/accounts/data/password_rules.json'
import { brokenRules } from './rules'

interface Case {
  password: string
  email: string
  names: string[]
  broken: string[]
}

const root = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const CASES = JSON.parse(read('tests/vectors/passwords.json')) as Case[]
const COMMON = new Set(
  read('chalicelib/accounts/data/common_passwords.txt').split('\n').filter(Boolean),
)
const limits = { min: 8, max: 256 }

describe('ACC-4: the browser judges as the server does', () => {
  it.each(CASES)('$password', ({ password, email, names, broken }) => {
    expect(brokenRules(password, { email, names, common: COMMON, limits })).toEqual(broken)
  })
})

it('says nothing of common passwords before the list has come', () => {
  const context = { email: 'a@b.example', names: [], common: null, limits }
  expect(brokenRules('Password1!', context)).toEqual([])
})

it('has words for every rule there is, and for no other', () => {
  const codes = declared.rules.map(({ code }) => code)
  const worded = Object.keys(accounts.password.rule).map((key) => key.replace(/_(one|other)$/, ''))
  expect([...new Set(worded)].toSorted()).toEqual(codes.toSorted())
})
