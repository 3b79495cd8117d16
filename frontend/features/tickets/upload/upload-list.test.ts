import { beforeEach, describe, expect, it } from 'vitest'
import { stubSessionStorage } from '../../../tests/memory-storage'
import { fingerprintOf } from './core/checksum'
import { Bucket, CONTENT, toolsFor } from './core/test-bucket'
import { UploadList } from './upload-list'

const LIMITS = { files: 3, bytes: 100, parallel: 2 }
const file = (name: string, content = CONTENT) => new File([content], name, { lastModified: 1 })
const listFor = (bucket: Bucket, slot = 'form') =>
  new UploadList({ api: bucket, tools: toolsFor(bucket), limits: LIMITS, ticketId: null, slot })

/** Uploads run by themselves; this waits until none does. */
async function settled(list: UploadList) {
  while (list.isBusy()) await new Promise<void>((resolve) => list.subscribe(() => resolve()))
}

beforeEach(stubSessionStorage)

describe('REQ-4: the files of a message', () => {
  it('go up as soon as they are chosen, and are named by their keys', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log')], [])
    expect(list.isIncomplete()).toBe(true)
    await settled(list)
    expect(list.isIncomplete()).toBe(false)
    expect(list.keys()).toEqual(['k'])
  })

  it('are refused one by one, each with its reason', async () => {
    const list = listFor(new Bucket())
    const many = ['1', '2', '3', '4'].map((name) => file(name))
    await list.add([file('empty', ''), file('big', 'x'.repeat(101)), ...many], [])
    expect(list.refusals).toEqual([
      { name: 'empty', reason: 'empty' },
      { name: 'big', reason: 'tooBig' },
      { name: '4', reason: 'tooMany' },
    ])
    expect(list.entries.map((entry) => entry.name)).toEqual(['1', '2', '3'])
    list.leave()
  })

  it('are still there after the page was loaded again', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log')], [])
    await settled(list)
    const reloaded = listFor(bucket)
    expect(reloaded.keys()).toEqual(['k'])
    expect(reloaded.entries[0]?.progress.receipt?.sha256).toBe(await bucket.checksum())
    expect(listFor(bucket, 'another form').keys()).toEqual([])
  })

  it('are gone from the form once the message is sent', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log')], [])
    await settled(list)
    list.clear()
    expect(list.keys()).toEqual([])
    expect(listFor(bucket).keys()).toEqual([])
  })
})

describe('what an earlier visit left', () => {
  const left = async (state: 'uploading' | 'complete') => ({
    key: 'k',
    uploadId: 'u',
    filename: 'a.log',
    size: CONTENT.length,
    part_size: 4,
    ticket_id: null,
    fingerprint: await fingerprintOf(file('a.log')),
    state,
    created_at: '2026-11-22T10:00:00Z',
  })

  it('goes on when the same file is chosen again', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log')], [await left('uploading')])
    await settled(list)
    expect(bucket.starts).toBe(0)
    expect(list.keys()).toEqual(['k'])
  })

  it('is not sent again when it had arrived whole', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log')], [await left('complete')])
    expect(bucket.puts).toBe(0)
    expect(list.keys()).toEqual(['k'])
  })

  it('has nothing to do with another file of that name', async () => {
    const bucket = new Bucket()
    const list = listFor(bucket)
    await list.add([file('a.log', 'something else')], [await left('uploading')])
    expect(list.has('k')).toBe(false)
    list.leave()
  })
})
