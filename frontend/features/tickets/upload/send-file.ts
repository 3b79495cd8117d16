import { type FinishedPart, type UploadApi } from './core/api'
import { fingerprintOf, toBase64 } from './core/checksum'
import { putPart } from './core/put-part'

/** A small file, part after part, for forms that wait for it; answers its key. */
export async function sendFile(file: File, api: UploadApi): Promise<string> {
  const upload = await api.start({
    filename: file.name,
    type: file.type || 'text/csv',
    metadata: {
      size: file.size,
      fingerprint: await fingerprintOf(file),
      checksum: 'sha256',
      ticket_id: null,
    },
  })
  const parts: FinishedPart[] = []
  for (let start = 0; start < file.size; start += upload.part_size) {
    const body = file.slice(start, start + upload.part_size)
    const digest = await crypto.subtle.digest('SHA-256', await body.arrayBuffer())
    const sha256 = toBase64(new Uint8Array(digest))
    const number = parts.length + 1
    const { url, headers } = await api.sign(upload, { number, size: body.size, sha256 })
    const etag = await putPart({
      url,
      headers,
      body,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    parts.push({ PartNumber: number, ETag: etag, ChecksumSHA256: sha256 })
  }
  await api.complete(upload, parts)
  return upload.key
}
