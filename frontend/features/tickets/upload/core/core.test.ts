import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from '@shared/api/problem'
import { compositeChecksum, fingerprintOf, toBase64 } from './checksum'
import { createMeter } from './meter'
import { planParts, sizeOf, storedParts } from './plan'
import { judge, PartRefused, PartStalled, pauseBefore } from './retry'

const MIB = 1024 * 1024

describe('planParts', () => {
  it('covers a file without gap or overlap', () => {
    const plan = planParts(100 * MIB + 1, 32 * MIB)
    expect(plan.map((part) => part.number)).toEqual([1, 2, 3, 4])
    expect(plan.map(sizeOf)).toEqual([32 * MIB, 32 * MIB, 32 * MIB, 4 * MIB + 1])
    expect(plan.at(-1)?.end).toBe(100 * MIB + 1)
  })

  it('makes one part of a small file, and none of an empty one', () => {
    expect(planParts(1, 32 * MIB)).toEqual([{ number: 1, start: 0, end: 1 }])
    expect(planParts(0, 32 * MIB)).toEqual([])
  })

  it('takes 4 GiB', () => {
    expect(planParts(4096 * MIB, 32 * MIB)).toHaveLength(128)
  })
})

describe('what the bucket holds already', () => {
  const plan = planParts(10, 4)
  const part = (PartNumber: number, Size: number, ChecksumSHA256: string | null = null) => ({
    PartNumber,
    Size,
    ETag: 'e',
    ChecksumSHA256,
  })

  it('counts only parts of the right size with a checksum', () => {
    const stored = [part(1, 4, 'x'), part(2, 3, 'x'), part(3, 2, 'x'), part(9, 4, 'x')]
    expect([...storedParts(plan, stored).keys()]).toEqual([1, 3])
    expect([...storedParts(plan, [part(1, 4)]).keys()]).toEqual([])
  })
})

describe('judge', () => {
  const api = (status: number) => new ApiError({ title: '', detail: '', status, code: 'x' })
  it.each([
    [new NetworkError(), 'again'],
    [new PartStalled(), 'again'],
    [new PartRefused(500), 'again'],
    [new PartRefused(503), 'again'],
    [new PartRefused(403), 'renew'],
    [new PartRefused(400), 'renew'],
    [new PartRefused(404), 'gone'],
    [api(503), 'again'],
    [api(429), 'again'],
    [api(401), 'stop'],
    [api(404), 'gone'],
    [api(422), 'stop'],
    [new RangeError(), 'stop'],
  ])('%s: %s', (error, verdict) => {
    expect(judge(error)).toBe(verdict)
  })

  it('waits longer each time, up to half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => pauseBefore(attempt, () => 1))
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    expect(pauseBefore(1, () => 0)).toBe(250)
  })
})

describe('the meter', () => {
  it('tells the speed of the last seconds, once it has seen enough', () => {
    const meter = createMeter()
    meter.note(0, 0)
    expect(meter.speed()).toBeNull()
    meter.note(2000, 10_000)
    expect(meter.speed()).toBe(5000)
    meter.note(30_000, 10_000)
    expect(meter.speed()).toBeNull()
  })
})

describe('checksums', () => {
  it('joins the parts as S3 does', async () => {
    const one = toBase64(new Uint8Array(32).fill(1))
    const two = toBase64(new Uint8Array(32).fill(2))
    // base64(sha256(32 × 0x01, 32 × 0x02)), and the number of parts
    expect(await compositeChecksum([one, two])).toBe(
      '+Biv03ptw7yS+0RzEBEncAbbTvpukCPNdGjAIzXSKk0=-2',
    )
    expect(await compositeChecksum([one, two])).not.toBe(await compositeChecksum([two, one]))
  })

  it('knows a file again by name, size, date and both ends', async () => {
    const make = (text: string, name = 'a', lastModified = 1) =>
      new File([text], name, { lastModified })
    const known = await fingerprintOf(make('hello'))
    expect(await fingerprintOf(make('hello'))).toBe(known)
    for (const other of [make('hellp'), make('hello', 'b'), make('hello', 'a', 2), make('hell')])
      expect(await fingerprintOf(other)).not.toBe(known)
  })
})
