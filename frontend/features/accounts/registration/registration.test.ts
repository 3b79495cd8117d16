import { expect, it } from 'vitest'
import { gapsIn, type PersonalValues, registrationFrom } from './registration'

const FILLED: PersonalValues = {
  first_name: ' Petra ',
  last_name: 'Schäfer',
  company_name: 'Baumann Logistik GmbH',
  email: ' petra@baumann.example ',
  country: 'DE',
  accept_terms: true,
  accept_privacy: true,
  survey: false,
}

it('finds nothing missing in a form that is filled in', () => {
  expect(gapsIn(FILLED)).toEqual({})
})

it('names each gap', () => {
  const gaps = gapsIn({ ...FILLED, first_name: ' ', email: 'petra', accept_privacy: false })
  expect(gaps).toEqual({ first_name: 'required', email: 'email', accept_privacy: 'mustAccept' })
})

it('ACC-1: sends the versions that were ticked, and no stray spaces', () => {
  const config = {
    terms: { version: '2026-01', url: '' },
    privacy: { version: '2026-02', url: '' },
  }
  const proof = { activation_code: 'K7QX2-M9DTR-84HLW-PZ3VB', key_file: null }
  expect(registrationFrom(FILLED, proof, config, 'de')).toEqual({
    first_name: 'Petra',
    last_name: 'Schäfer',
    company_name: 'Baumann Logistik GmbH',
    email: 'petra@baumann.example',
    country: 'DE',
    activation_code: 'K7QX2-M9DTR-84HLW-PZ3VB',
    key_file: null,
    accept_terms: '2026-01',
    accept_privacy: '2026-02',
    survey: false,
    language: 'de',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
})
