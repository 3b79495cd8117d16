import type { UploadReceipt } from '@shared/api/types'
import type { EarlierUpload, UploadApi, UploadId } from './api'
import { compositeChecksum, fingerprintOf } from './checksum'
import { createMeter } from './meter'
import { PartLedger } from './part-ledger'
import type { PlannedPart } from './plan'
import { judge } from './retry'
import { type Lane, persist, sendPart, type Tools } from './send-part'

export type UploadPhase =
  'ready' | 'preparing' | 'uploading' | 'waiting' | 'paused' | 'finishing' | 'done' | 'failed'

export interface UploadProgress {
  phase: UploadPhase
  sent: number
  /** Bytes a second, and seconds still to go; null while unknown. */
  speed: number | null
  left: number | null
  receipt: UploadReceipt | null
  error: unknown
}

export interface UploadOptions {
  parallel: number
  ticketId: string | null
  /** An upload that was broken off earlier: only what is missing goes. */
  earlier?: EarlierUpload
}

/** What the server stored is not what was sent. */
export class ChecksumMismatch extends Error {
  override readonly name = 'ChecksumMismatch'
}

const LEFT = new DOMException('paused or given up by the person', 'AbortError')
const IDLE = { speed: null, left: null, error: null }
const MOVING: readonly UploadPhase[] = ['preparing', 'uploading', 'waiting']

/** One file on its way to the bucket. Its phase changes only here; `subscribe` tells of each. */
export class FileUpload {
  progress: UploadProgress = { phase: 'ready', sent: 0, receipt: null, ...IDLE }
  id: UploadId | null = null
  private ledger: PartLedger | null = null
  private run = new AbortController()
  private waitingLanes = 0
  private readonly listeners = new Set<() => void>()
  private readonly meter = createMeter()

  constructor(
    readonly file: File,
    private readonly api: UploadApi,
    private readonly tools: Tools,
    private readonly options: UploadOptions,
  ) {}

  /** Which upload this is or takes up, known before the server has said what it still has of it. */
  get known(): UploadId | null {
    return this.id ?? this.options.earlier ?? null
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Starts, or goes on after a pause or a failure. Settles when this run ends, however it ends. */
  async start(): Promise<void> {
    if (!['ready', 'paused', 'failed'].includes(this.progress.phase)) return
    const run = new AbortController()
    this.run = run
    this.meter.reset()
    this.change({ phase: 'preparing', ...IDLE })
    try {
      const ledger = (this.ledger ??= await this.prepare(run.signal))
      await this.sendMissing(ledger, run.signal)
      await this.finish(ledger, run.signal)
    } catch (error) {
      if (run.signal.reason === LEFT) return
      // The first lane that fails for good ends the others.
      run.abort(error)
      this.fail(error)
    }
  }

  pause() {
    if (!MOVING.includes(this.progress.phase)) return
    this.run.abort(LEFT)
    this.ledger?.nothingMoves()
    this.change({ phase: 'paused', ...IDLE, sent: this.sent() })
  }

  /** Gives up for good, and lets the server forget what it has. */
  async discard(): Promise<void> {
    this.run.abort(LEFT)
    this.listeners.clear()
    if (this.id) await this.api.abort(this.id)
  }

  private fail(error: unknown) {
    this.ledger?.nothingMoves()
    // What the server no longer knows, or bent, has to go again from the first part.
    if (judge(error) === 'gone' || error instanceof ChecksumMismatch) this.ledger = null
    this.change({ phase: 'failed', ...IDLE, error, sent: this.sent() })
  }

  private async prepare(signal: AbortSignal): Promise<PartLedger> {
    const lane = this.lane(null, signal)
    const continued = this.id === null && (await this.takeUpEarlier(lane))
    if (continued) return continued
    const fingerprint = await fingerprintOf(this.file)
    const { part_size, ...id } = await persist(() => this.begin(fingerprint), this.tools, lane)
    signal.throwIfAborted()
    this.id = id
    return new PartLedger(this.file.size, part_size)
  }

  /** Null when there was nothing earlier, or the server has forgotten it by now. */
  private async takeUpEarlier(lane: Lane): Promise<PartLedger | null> {
    const { earlier } = this.options
    if (!earlier) return null
    try {
      const stored = await persist(() => this.api.stored(earlier), this.tools, lane)
      const ledger = new PartLedger(this.file.size, earlier.part_size)
      ledger.adopt(stored)
      this.id = earlier
      return ledger
    } catch (error) {
      if (judge(error) === 'gone') return null
      throw error
    }
  }

  private begin(fingerprint: string) {
    const { name, type, size } = this.file
    const metadata = {
      size,
      fingerprint,
      checksum: 'sha256' as const,
      ticket_id: this.options.ticketId,
    }
    return this.api.start({ filename: name, type: type || 'application/octet-stream', metadata })
  }

  private async sendMissing(ledger: PartLedger, signal: AbortSignal) {
    const queue = ledger.missing()
    this.change({ phase: 'uploading', sent: ledger.sentBytes() })
    const work = async () => {
      for (let part = queue.shift(); part; part = queue.shift())
        await this.send(part, ledger, signal)
    }
    await Promise.all(Array.from({ length: this.options.parallel }, work))
  }

  private async send(part: PlannedPart, ledger: PartLedger, signal: AbortSignal) {
    const upload = this.id as UploadId
    const lane = this.lane(part, signal)
    const done = await sendPart(this.file, part, upload, this.api, this.tools, lane)
    signal.throwIfAborted()
    ledger.arrived(done)
    this.tellMoved()
  }

  private async finish(ledger: PartLedger, signal: AbortSignal) {
    this.change({ phase: 'finishing', ...IDLE, sent: this.file.size })
    const parts = ledger.finished()
    const complete = () => this.api.complete(this.id as UploadId, parts)
    const receipt = await persist(complete, this.tools, {
      ...this.lane(null, signal),
      onWaiting: () => undefined,
    })
    const expected = await compositeChecksum(parts.map((part) => part.ChecksumSHA256))
    if (receipt.sha256 !== expected) throw new ChecksumMismatch()
    this.change({ phase: 'done', receipt })
  }

  private lane(part: PlannedPart | null, signal: AbortSignal): Lane {
    return {
      signal,
      onProgress: (bytes) => {
        if (!part || signal.aborted) return
        this.ledger?.moved(part.number, bytes)
        this.tellMoved()
      },
      onWaiting: (waiting) => {
        this.waitingLanes += waiting ? 1 : -1
        if (!signal.aborted) this.tellMoved()
      },
    }
  }

  /** Waiting only when every lane that has work is: one that still sends is progress. */
  private tellMoved() {
    const sent = this.sent()
    const lanes = Math.min(this.options.parallel, Math.max(1, this.ledger?.missing().length ?? 1))
    if (this.waitingLanes >= lanes) return this.change({ phase: 'waiting', sent, ...IDLE })
    this.meter.note(this.tools.now(), sent)
    const speed = this.meter.speed()
    const left = speed ? (this.file.size - sent) / speed : null
    this.change({ phase: this.ledger ? 'uploading' : 'preparing', sent, speed, left })
  }

  private sent(): number {
    return this.ledger?.sentBytes() ?? 0
  }

  private change(change: Partial<UploadProgress>) {
    this.progress = { ...this.progress, ...change }
    for (const listener of this.listeners) listener()
  }
}
