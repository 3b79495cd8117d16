const MINUTE_MS = 60_000

/** Key files, requests for leases and their receipts have a few hundred bytes, never more. */
export const SMALL_FILE_BYTES = 64 * 1024

/** Hands a file to the person as a download. */
export function saveFile(name: string, content: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS)
}

export const fromBase64 = (text: string) =>
  new Blob([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))])

export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** A byte order mark, by which spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF'

interface TablePart {
  csv: string
  next_cursor?: string | null
}

/** A table as one file; the server hands it out in parts. */
export async function wholeTable(
  readPart: (cursor: string | undefined) => Promise<TablePart>,
): Promise<Blob> {
  const parts: string[] = [BOM]
  let cursor: string | undefined
  do {
    const part = await readPart(cursor)
    parts.push(part.csv)
    cursor = part.next_cursor ?? undefined
  } while (cursor)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
