import type { StoredPart } from '@shared/api/types'
import type { FinishedPart } from './api'
import { type PlannedPart, planParts, sizeOf, storedParts } from './plan'

/** Which parts of one file are there, which are on their way, and how many bytes that makes. */
export class PartLedger {
  private readonly plan: PlannedPart[]
  private readonly there = new Map<number, FinishedPart>()
  private readonly moving = new Map<number, number>()

  constructor(
    private readonly size: number,
    partSize: number,
  ) {
    this.plan = planParts(size, partSize)
  }

  /** Takes over what an earlier run left in the bucket. */
  adopt(stored: StoredPart[]) {
    for (const [number, { ETag, ChecksumSHA256 }] of storedParts(this.plan, stored))
      this.there.set(number, { PartNumber: number, ETag, ChecksumSHA256: ChecksumSHA256 as string })
  }

  missing(): PlannedPart[] {
    return this.plan.filter((part) => !this.there.has(part.number))
  }

  /** In order, as S3 wants them to complete the file. */
  finished(): FinishedPart[] {
    return [...this.there.values()].sort((one, other) => one.PartNumber - other.PartNumber)
  }

  arrived(part: FinishedPart) {
    this.there.set(part.PartNumber, part)
    this.moving.delete(part.PartNumber)
  }

  moved(number: number, bytes: number) {
    this.moving.set(number, bytes)
  }

  nothingMoves() {
    this.moving.clear()
  }

  sentBytes(): number {
    let sent = 0
    for (const part of this.plan) if (this.there.has(part.number)) sent += sizeOf(part)
    for (const bytes of this.moving.values()) sent += bytes
    return Math.min(sent, this.size)
  }
}
