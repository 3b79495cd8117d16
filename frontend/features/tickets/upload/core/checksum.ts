const MEBIBYTE = 1024 * 1024

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/** S3's checksum of a whole multipart file: the digest of its parts' digests, and their count. */
export async function compositeChecksum(partDigests: string[]): Promise<string> {
  const joined = new Blob(partDigests.map(fromBase64))
  const digest = await crypto.subtle.digest('SHA-256', await joined.arrayBuffer())
  return `${toBase64(new Uint8Array(digest))}-${partDigests.length}`
}

/**
 * Tells whether a file picked again is the one that was being sent: its name, size, date and both
 * ends. Reading 2 MiB is quick; hashing gigabytes before the first byte goes out would not be.
 */
export async function fingerprintOf(file: File): Promise<string> {
  const head = `${file.name}\n${file.size}\n${file.lastModified}\n`
  const ends = [file.slice(0, MEBIBYTE), file.slice(Math.max(0, file.size - MEBIBYTE))]
  const digest = await crypto.subtle.digest(
    'SHA-256',
    await new Blob([head, ...ends]).arrayBuffer(),
  )
  return toBase64(new Uint8Array(digest))
}
