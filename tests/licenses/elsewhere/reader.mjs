/**
 * Key files, leases and the deny list, read by what docs/formats says and nothing else: no code of
 * Kontor or of kontor-verify, another language, another library. `test_elsewhere.py` holds it to
 * the golden files: what the documents leave open would show here.
 *
 *   node reader.mjs <vectors>     answers, as JSON, what it makes of each of cases.json
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ISSUE = ['serial', 'issued', 'next-update', 'entries', 'digest']
const FORMS = {
  'key-file': [
    ...['key-file', 'signed-with', 'name', 'record', 'license', 'product', 'software', 'edition'],
    ...['serial', 'end-user', 'nodes', 'issued', 'starts', 'expires'],
  ],
  lease: [
    ...['lease', 'signed-with', 'lease-id', 'record', 'license', 'products', 'edition', 'end-user'],
    ...['device', 'device-key', 'issued', 'starts', 'ends'],
  ],
  'lease-request': ['lease-request', 'license', 'device', 'device-name', 'device-key', 'made'],
  'lease-receipt': ['lease-receipt', 'lease-id', 'record', 'device', 'returned'],
  'deny-list': ['deny-list', 'signed-with', ...ISSUE, 'list'],
  'deny-list-delta': ['deny-list-delta', 'signed-with', 'since', ...ISSUE, 'added', 'removed'],
}
const LONG = new Set(['products', 'list', 'added', 'removed'])
const DAY = 24 * 60 * 60 * 1000
const sha256 = (data) => createHash('sha256').update(data).digest()

class Refused extends Error {}
const refuse = (reason) => {
  throw new Refused(reason)
}

/** Lines, signature and check: what all files have in common. */
function read(data, kind, keys, most = 64 * 1024) {
  if (data.length > most) refuse('too_large')
  const text = forgiven(data, kind)
  const names = FORMS[kind]
  const pairs = text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const at = line.indexOf(': ')
      return at < 0 ? refuse('damaged') : [line.slice(0, at), line.slice(at + 2)]
    })
  const wanted = [...names, 'signature', 'check']
  if (pairs.length !== wanted.length || pairs.some(([name], at) => name !== wanted[at]))
    refuse('damaged')
  const values = Object.fromEntries(pairs)
  const bytes = Buffer.from(text)
  const upTo = (name) => bytes.subarray(0, bytes.lastIndexOf(`\n${name}: `) + 1)
  if (values[kind] !== '1' || pairs.some(([name, value]) => !fits(name, value))) refuse('damaged')
  const signature = Buffer.from(values.signature, 'base64')
  if (signature.length !== 64 || signature.toString('base64') !== values.signature)
    refuse('damaged')
  if (sha256(upTo('check')).toString('hex').slice(0, 8) !== values.check) refuse('damaged')
  const key = keys(values) ?? refuse('unknown_key')
  if (!verify(null, upTo('signature'), publicKey(key), signature)) refuse('forged')
  return values
}

/** The text as it was written: without what mail programs put in, and told from other files. */
function forgiven(data, kind) {
  const ascii = data
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\r\n', '\n')
  const ours = ascii.startsWith(`${kind}: `) || ascii.includes('\nsignature: ')
  if (!ours && /\S/.test(ascii)) refuse('foreign')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data)
    return `${text.replaceAll('\r\n', '\n').replace(/\n+$/, '')}\n`
  } catch {
    return refuse('damaged')
  }
}

const fits = (name, value) =>
  value !== '' &&
  value === value.replace(/^ +| +$/g, '') &&
  (LONG.has(name) || [...value].length <= 200)

const publicKey = (base64) =>
  createPublicKey({
    key: Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(base64, 'base64'),
    ]),
    format: 'der',
    type: 'spki',
  })

/** The deny list: entries of 8 bytes, in order, with their number and their digest. */
function list(values, packed) {
  const entries = []
  for (let at = 0; at < packed.length; at += 8) entries.push(packed.subarray(at, at + 8))
  const digest = Buffer.alloc(32)
  for (const entry of entries) sha256(entry).forEach((byte, at) => (digest[at] ^= byte))
  const ordered = entries.every((entry, at) => !at || Buffer.compare(entries[at - 1], entry) < 0)
  const whole =
    String(entries.length) === values.entries && digest.toString('hex') === values.digest
  if (packed.length % 8 || !ordered || !whole) refuse('damaged')
  return { serial: values.serial, entries }
}

const packedIn = (text) => (text === '-' ? Buffer.alloc(0) : Buffer.from(text, 'base64'))
const entryOf = (kind, name) => sha256(`deny-list: 1\n${kind}: ${name}\n`).subarray(0, 8)
const denies = ({ entries }, entry) => entries.some((each) => each.equals(entry))

function whole(data, keys) {
  const values = read(data, 'deny-list', keys, 16 * 1024 * 1024)
  return list(values, packedIn(values.list))
}

function changed(known, data, keys) {
  const values = read(data, 'deny-list-delta', keys, 16 * 1024 * 1024)
  if (values.since !== known.serial) refuse('delta_does_not_fit')
  const hex = new Set(known.entries.map((entry) => entry.toString('hex')))
  const split = (text) => packedIn(text).toString('hex').match(/.{16}/g) ?? []
  for (const entry of split(values.added)) hex.add(entry)
  for (const entry of split(values.removed)) hex.delete(entry)
  try {
    return list(values, Buffer.from([...hex].sort().join(''), 'hex'))
  } catch {
    return refuse('delta_does_not_fit')
  }
}

/** From a day before the first to a day after the last, by UTC: a clock may be a day wrong. */
function term(values, first, last, now) {
  if (now + DAY < Date.parse(`${values[first]}T00:00:00Z`)) refuse('not_yet_valid')
  if (now - DAY >= Date.parse(`${values[last]}T00:00:00Z`) + DAY) refuse('expired')
}

const KINDS = {
  'key-file'(asked, data, keys, denied) {
    const values = read(data, 'key-file', keys)
    if (asked.product && asked.product !== values.product) refuse('other_product')
    if (denied && denies(denied, entryOf('license', values.record))) refuse('on_deny_list')
    term(values, 'starts', 'expires', Date.parse(asked.now))
    return values
  },
  lease(asked, data, keys, denied) {
    const values = read(data, 'lease', keys)
    if (asked.device !== values.device) refuse('other_device')
    if (asked.product && !values.products.split('+').includes(asked.product))
      refuse('other_product')
    if (denied && denies(denied, entryOf('license', values.record))) refuse('on_deny_list')
    term(values, 'starts', 'ends', Date.parse(asked.now))
    return values
  },
  'lease-request': (asked, data) => read(data, 'lease-request', (values) => values['device-key']),
  'lease-receipt': (asked, data) => read(data, 'lease-receipt', () => asked.device_key),
  'deny-list'(asked, data, keys) {
    const known = whole(data, keys)
    for (const code of asked.denies_codes ?? [])
      if (!denies(known, entryOf('code', code.replaceAll('-', '')))) refuse('code_missing')
    return { serial: known.serial, entries: String(known.entries.length) }
  },
  'deny-list-delta'(asked, data, keys, base) {
    const known = changed(base, data, keys)
    return { serial: known.serial, entries: String(known.entries.length) }
  },
}

function judge(asked, folder) {
  const file = (name) => readFileSync(join(folder, name))
  const ring = JSON.parse(file('public_keys.json'))
  const keys = (values) => ring[values['signed-with']]
  const data = asked.file ? file(asked.file) : Buffer.alloc(asked.bytes, 'x')
  try {
    const denied = asked.deny_list ? whole(file(asked.deny_list), keys) : undefined
    return { reason: 'valid', values: { ...KINDS[asked.kind](asked, data, keys, denied) } }
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message, values: {} }
    throw error
  }
}

/** A code's last character fits the others: the sum of place × character is divisible by 31. */
function checksOut(code) {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const places = [...code.replaceAll('-', '')].map((char) => alphabet.indexOf(char))
  return (
    !places.includes(-1) && places.reduce((sum, char, at) => sum + (at + 1) * char, 0) % 31 === 0
  )
}

const [folder] = process.argv.slice(2)
const cases = JSON.parse(readFileSync(join(folder, 'cases.json')))
const codes = JSON.parse(readFileSync(join(folder, 'codes.json')))
console.log(
  JSON.stringify({
    cases: cases.map((asked) => judge(asked, folder)),
    codes: codes.map(({ code }) => checksOut(code)),
  }),
)
