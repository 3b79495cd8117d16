import type { KeyFileUpload } from '@shared/api/types'

/** Key files are a few hundred bytes; anything much bigger is another file, picked by mistake. */
export const MAX_KEY_FILE_BYTES = 64 * 1024

export async function readKeyFile(file: File): Promise<KeyFileUpload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, content_base64: btoa(String.fromCharCode(...bytes)) }
}

/** Hands a key file to the person as a download. */
export function saveKeyFile({ name, content_base64 }: KeyFileUpload) {
  const bytes = Uint8Array.from(atob(content_base64), (char) => char.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
