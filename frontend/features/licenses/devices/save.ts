/** Hands a file to the person as a download. */
export function save(name: string, content: Blob) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

export const fromBase64 = (text: string) =>
  new Blob([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))])

/** Requests and receipts have a few hundred bytes; anything bigger was picked by mistake. */
export const MOST_BYTES = 64 * 1024

export async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
