import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from '@shared/api/problem'
import type { EarlierUpload } from './api'
import { toBase64 } from './checksum'
import { FileUpload } from './file-upload'
import { PartRefused, PartStalled } from './retry'
import { Bucket, CONTENT, toolsFor } from './test-bucket'

const options = { parallel: 4, ticketId: null }
const file = () => new File([CONTENT], 'trace.log', { lastModified: 1 })
const uploadTo = (bucket: Bucket, earlier?: EarlierUpload) =>
  new FileUpload(file(), bucket, toolsFor(bucket), { ...options, earlier })

describe('REQ-4: a file goes up in parts', () => {
  it('arrives whole, with a receipt over its parts', async () => {
    const bucket = new Bucket()
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress).toMatchObject({ phase: 'done', sent: CONTENT.length, error: null })
    expect(upload.progress.receipt?.sha256).toBe(await bucket.checksum())
    expect(await bucket.text()).toBe(CONTENT)
  })

  it.each<[string, () => Error]>([
    ['the bucket is overloaded', () => new PartRefused(503)],
    ['the network is gone', () => new NetworkError()],
    ['the socket is dead', () => new PartStalled()],
    ['the signed address is too old', () => new PartRefused(403)],
  ])('goes on when %s', async (_name, fault) => {
    const bucket = new Bucket()
    bucket.faults.put = Array.from({ length: 5 }, fault)
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress.phase).toBe('done')
    expect(await bucket.text()).toBe(CONTENT)
  })

  it('keeps trying one part for as long as it takes', async () => {
    const bucket = new Bucket()
    bucket.faults.put = Array.from({ length: 200 }, () => new PartRefused(503))
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress.phase).toBe('done')
  })

  it('goes on when starting, hashing, signing or completing fails for a while', async () => {
    const bucket = new Bucket()
    const broken = () => new ApiError({ title: '', detail: '', status: 503, code: 'x' })
    bucket.faults = { start: [broken()], sign: [broken(), broken()], complete: [broken()] }
    bucket.faults.hash = [new NetworkError()]
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress.phase).toBe('done')
  })
})

describe('pause, failure and going on', () => {
  it('sends only what is missing after a pause', async () => {
    const bucket = new Bucket()
    const upload = uploadTo(bucket)
    bucket.onPut = (number) => {
      if (number === 3) upload.pause()
    }
    await upload.start()
    expect(upload.progress.phase).toBe('paused')
    const before = new Set(bucket.parts.keys())
    bucket.onPut = (number) => {
      // A part that was on its way when the pause came may go twice; one that was told arrived, not.
      expect(before.has(number) && number < 3).toBe(false)
    }
    await upload.start()
    expect(upload.progress.phase).toBe('done')
    expect(await bucket.text()).toBe(CONTENT)
  })

  it('takes up where a killed tab left off', async () => {
    const bucket = new Bucket()
    const first = uploadTo(bucket)
    bucket.onPut = (number) => {
      if (number === 4) first.pause()
    }
    await first.start()
    const sentBefore = bucket.puts
    bucket.onPut = undefined
    const second = uploadTo(bucket, first.id ? { ...first.id, part_size: 4 } : undefined)
    await second.start()
    expect(second.progress.phase).toBe('done')
    expect(bucket.starts).toBe(1)
    expect(bucket.puts - sentBefore).toBeLessThan(5)
    expect(await bucket.text()).toBe(CONTENT)
  })

  it('begins anew when the server has forgotten the earlier upload', async () => {
    const bucket = new Bucket()
    const upload = uploadTo(bucket, { key: 'old', uploadId: 'forgotten', part_size: 4 })
    await upload.start()
    expect(upload.progress.phase).toBe('done')
    expect(bucket.starts).toBe(1)
  })

  it('stops with the reason when the server refuses, and can be tried again', async () => {
    const bucket = new Bucket()
    const refusal = new ApiError({
      title: '',
      detail: 'Too big.',
      status: 422,
      code: 'file_too_large',
    })
    bucket.faults.start = [refusal]
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress).toMatchObject({ phase: 'failed', error: refusal })
    await upload.start()
    expect(upload.progress.phase).toBe('done')
  })

  it('does not believe a receipt for other bytes', async () => {
    const bucket = new Bucket()
    bucket.receipt = `${toBase64(new Uint8Array(32))}-5`
    const upload = uploadTo(bucket)
    await upload.start()
    expect(upload.progress.phase).toBe('failed')
  })
})
