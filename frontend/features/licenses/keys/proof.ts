import type { KeyFileUpload } from '@shared/api/types'
import { bareCode, isWholeCode } from './activation-code'
import { MAX_KEY_FILE_BYTES, readKeyFile } from './key-file'
import type { LicenseProofValue } from './LicenseProof'

export type ProofGap = 'codeMissing' | 'codeMalformed' | 'fileMissing' | 'fileEmpty' | 'fileTooBig'

export interface SentProof {
  activation_code: string | null
  key_file: KeyFileUpload | null
}

export const NO_PROOF: LicenseProofValue = { kind: 'code', code: '', file: null }

/** What the browser can already tell is wrong; the server knows the rest. */
export function gapInProof({ kind, code, file }: LicenseProofValue): ProofGap | null {
  if (kind === 'code') {
    if (bareCode(code) === '') return 'codeMissing'
    return isWholeCode(code) ? null : 'codeMalformed'
  }
  if (!file) return 'fileMissing'
  if (file.size === 0) return 'fileEmpty'
  return file.size > MAX_KEY_FILE_BYTES ? 'fileTooBig' : null
}

export async function sentProof({ kind, code, file }: LicenseProofValue): Promise<SentProof> {
  if (kind === 'code') return { activation_code: code, key_file: null }
  return { activation_code: null, key_file: file ? await readKeyFile(file) : null }
}
