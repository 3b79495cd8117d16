import type {
  SignedPart,
  StoredPart,
  UnfinishedUpload,
  UploadReceipt,
  UploadStart,
  UploadStarted,
} from '@shared/api/types'

export interface UploadId {
  key: string
  uploadId: string
}

/** Its parts keep the size that they had when it began, whatever is set by now. */
export interface EarlierUpload extends UploadId {
  part_size: number
}

export interface FinishedPart {
  PartNumber: number
  ETag: string
  ChecksumSHA256: string
}

/** What the uploader asks of the server; customers and staff have it under different paths. */
export interface UploadApi {
  start: (upload: UploadStart) => Promise<UploadStarted>
  sign: (
    upload: UploadId,
    part: { number: number; size: number; sha256: string },
  ) => Promise<SignedPart>
  stored: (upload: UploadId) => Promise<StoredPart[]>
  complete: (upload: UploadId, parts: FinishedPart[]) => Promise<UploadReceipt>
  abort: (upload: UploadId) => Promise<unknown>
  unfinished: () => Promise<UnfinishedUpload[]>
}
