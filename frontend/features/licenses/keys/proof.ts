import type { KeyFileUpload } from '@shared/api/types'
import { SMALL_FILE_BYTES, toBase64 } from '@shared/files'
import { type CodeGap, gapInCode } from './activation-code'
import type { LicenseProofValue } from './LicenseProof'

type FileGap = 'fileMissing' | 'fileEmpty' | 'fileTooBig'

/** A text below `licenses:proof.gap`, and what stands in its places. */
export type ProofGap = CodeGap | { gap: FileGap }

export interface SentProof {
  activation_code: string | null
  key_file: KeyFileUpload | null
}

export const NO_PROOF: LicenseProofValue = { kind: 'code', code: '', file: null }

/** What the browser can already tell is wrong; the server knows the rest. */
export function gapInProof({ kind, code, file }: LicenseProofValue): ProofGap | null {
  if (kind === 'code') return gapInCode(code)
  if (!file) return { gap: 'fileMissing' }
  if (file.size === 0) return { gap: 'fileEmpty' }
  return file.size > SMALL_FILE_BYTES ? { gap: 'fileTooBig' } : null
}

export async function sentProof({ kind, code, file }: LicenseProofValue): Promise<SentProof> {
  if (kind === 'code') return { activation_code: code, key_file: null }
  const sent = file && { name: file.name, content_base64: await toBase64(file) }
  return { activation_code: null, key_file: sent }
}
