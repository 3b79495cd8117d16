import type { StoredPart } from '@shared/api/types'

export interface PlannedPart {
  number: number
  /** Byte positions in the file: from `start` up to, not including, `end`. */
  start: number
  end: number
}

/** The parts of a file, numbered from 1 as S3 does; only the last may be shorter. */
export function planParts(size: number, partSize: number): PlannedPart[] {
  if (partSize < 1) throw new RangeError('a part has at least one byte')
  return Array.from({ length: Math.ceil(size / partSize) }, (_, index) => ({
    number: index + 1,
    start: index * partSize,
    end: Math.min(size, (index + 1) * partSize),
  }))
}

export function sizeOf(part: PlannedPart): number {
  return part.end - part.start
}

/**
 * What the bucket holds already, by part number. A part of another size, or one whose checksum
 * the bucket does not tell, counts as missing and is sent again.
 */
export function storedParts(plan: PlannedPart[], stored: StoredPart[]): Map<number, StoredPart> {
  const sizes = new Map(plan.map((part) => [part.number, sizeOf(part)]))
  return new Map(
    stored
      .filter((part) => part.ChecksumSHA256 && sizes.get(part.PartNumber) === part.Size)
      .map((part) => [part.PartNumber, part]),
  )
}
