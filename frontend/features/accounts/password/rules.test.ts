import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
const LIMITS = { minLength: 8, maxLength: 256 }

describe('ACC-4: the browser judges as the server does', () => {
  it.each(CASES)('$password', ({ password, email, names, broken }) => {
    expect(brokenRules(password, { email, names, common: COMMON, ...LIMITS })).toEqual(broken)
  })
})

it('says nothing of common passwords before the list has come', () => {
  const context = { email: 'a@b.example', names: [], common: null, ...LIMITS }
  expect(brokenRules('Password1!', context)).toEqual([])
})
