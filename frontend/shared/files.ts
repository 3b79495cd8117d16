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

/** A part of a table that comes as text, with the next one named in a header. */
export async function tablePart(
  call: Promise<{ data?: string; response: Response }>,
): Promise<TablePart> {
  const { data, response } = await call
  return { csv: data ?? '', next_cursor: response.headers.get('x-next-cursor') }
}

/**
 * A table as one file; the server hands it out in parts. `told` hears how many lines there are as
 * they come, without the heading.
 */
export async function wholeTable(
  readPart: (cursor: string | undefined) => Promise<TablePart>,
  told?: (lines: number) => void,
): Promise<Blob> {
  const parts: string[] = [BOM]
  let lines = -1
  let cursor: string | undefined
  do {
    const part = await readPart(cursor)
    parts.push(part.csv)
    lines += part.csv.split('\n').length - 1
    told?.(Math.max(0, lines))
    cursor = part.next_cursor ?? undefined
  } while (cursor)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
