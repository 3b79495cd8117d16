import type { UnfinishedUpload } from '@shared/api/types'
import type { UploadApi, UploadId } from './core/api'
import { fingerprintOf } from './core/checksum'
import { FileUpload, type UploadProgress } from './core/file-upload'
import type { Tools } from './core/send-part'
import { type KeptUpload, keptUploads } from './kept-uploads'

export interface UploadLimits {
  files: number
  bytes: number
  parallel: number
}

export type Refusal = { name: string; reason: 'empty' | 'tooBig' | 'tooMany' }

/** One line of the list: a file on its way or just arrived, or one that an earlier visit sent. */
export interface UploadEntry {
  id: string
  name: string
  size: number
  /** Null when an earlier visit sent it: then `arrived` tells which it is. */
  upload: FileUpload | null
  arrived: UploadId | null
  progress: UploadProgress
}

interface UploadListParts {
  api: UploadApi
  tools: Tools
  limits: UploadLimits
  ticketId: string | null
  /** Names the form, for keeping its finished files over a reload. */
  slot: string
}

const ARRIVED = { phase: 'done', speed: null, left: null, error: null } as const
const BUSY = ['preparing', 'uploading', 'waiting', 'finishing']

/** The files of one message that is being written. */
export class UploadList {
  entries: UploadEntry[] = []
  refusals: Refusal[] = []
  private readonly listeners = new Set<() => void>()
  private readonly kept: ReturnType<typeof keptUploads>
  private version = 0

  constructor(private readonly parts: UploadListParts) {
    this.kept = keptUploads(parts.slot)
    this.entries = this.kept.read().map(arrivedEntry)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Grows with every change: what useSyncExternalStore compares. */
  snapshot = (): number => this.version

  /** Takes files as long as there is room; each starts at once. `earlier` is what may be resumed. */
  async add(files: File[], earlier: UnfinishedUpload[]) {
    this.refusals = []
    for (const file of files) {
      const reason = this.refuse(file)
      if (reason) this.refusals.push({ name: file.name, reason })
      else await this.take(file, earlier)
    }
    this.changed()
  }

  /** Uses a file that an earlier visit sent whole. */
  attach(upload: UnfinishedUpload) {
    if (this.isFull() || this.has(upload.key)) return
    this.entries = [...this.entries, arrivedEntry({ ...upload, sha256: null })]
    this.keep()
  }

  async remove(entry: UploadEntry) {
    this.entries = this.entries.filter((other) => other.id !== entry.id)
    this.keep()
    // If the server can't be told now, it forgets the file by itself within a day.
    const told = entry.upload?.discard() ?? (entry.arrived && this.parts.api.abort(entry.arrived))
    await Promise.resolve(told).catch(() => undefined)
  }

  /** After sending: the files belong to the message now. */
  clear() {
    this.entries = []
    this.refusals = []
    this.keep()
  }

  /** Leaves the page: what is on its way stops, and can be resumed later. */
  leave() {
    for (const { upload } of this.entries) upload?.pause()
  }

  keys(): string[] {
    return this.done().map((upload) => upload.key)
  }

  isFull(): boolean {
    return this.entries.length >= this.parts.limits.files
  }

  isBusy(): boolean {
    return this.entries.some((entry) => BUSY.includes(entry.progress.phase))
  }

  /** Whether a file is there that is not whole yet: the message has to wait for it. */
  isIncomplete(): boolean {
    return this.entries.some((entry) => entry.progress.phase !== 'done')
  }

  has(key: string): boolean {
    return this.entries.some((entry) => idOf(entry)?.key === key)
  }

  private refuse(file: File): Refusal['reason'] | null {
    if (file.size === 0) return 'empty'
    if (file.size > this.parts.limits.bytes) return 'tooBig'
    return this.isFull() ? 'tooMany' : null
  }

  private async take(file: File, earlier: UnfinishedUpload[]) {
    const fingerprint = await fingerprintOf(file)
    const same = earlier.find((known) => known.fingerprint === fingerprint && !this.has(known.key))
    if (same?.state === 'complete') return this.attach(same)
    const { api, tools, ticketId, limits } = this.parts
    const { parallel } = limits
    const upload = new FileUpload(file, api, tools, { parallel, ticketId, earlier: same })
    const { name, size } = file
    const id = crypto.randomUUID()
    const entry = { id, name, size, upload, arrived: null, progress: upload.progress }
    this.entries = [...this.entries, entry]
    upload.subscribe(() => this.follow(id, upload))
    void upload.start()
  }

  private follow(id: string, upload: FileUpload) {
    this.entries = this.entries.map((entry) =>
      entry.id === id ? { ...entry, progress: upload.progress } : entry,
    )
    if (upload.progress.phase === 'done') this.keep()
    else this.changed()
  }

  private done(): KeptUpload[] {
    return this.entries.flatMap((entry) => {
      const uploadId = idOf(entry)
      if (entry.progress.phase !== 'done' || !uploadId) return []
      const sha256 = entry.progress.receipt?.sha256 ?? null
      return [{ ...uploadId, filename: entry.name, size: entry.size, sha256 }]
    })
  }

  private keep() {
    this.kept.write(this.done())
    this.changed()
  }

  private changed() {
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}

function idOf({ upload, arrived }: UploadEntry): UploadId | null {
  return upload?.known ?? arrived
}

function arrivedEntry({ key, uploadId, filename, size, sha256 }: KeptUpload): UploadEntry {
  const receipt = sha256 ? { key, size, sha256, location: '' } : null
  const progress = { ...ARRIVED, sent: size, receipt }
  return { id: key, name: filename, size, upload: null, arrived: { key, uploadId }, progress }
}
