/** A file that is up, but that no message has yet. */
export interface KeptUpload {
  key: string
  uploadId: string
  filename: string
  size: number
  sha256: string | null
}

/** Keeps in this tab which files belong to a form, so that reloading it loses none of them. */
export function keptUploads(slot: string) {
  const name = `kontor-uploads:${slot}`
  return {
    read(): KeptUpload[] {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
        return Array.isArray(kept) ? kept.filter(isKept) : []
      } catch {
        return []
      }
    },
    write(uploads: KeptUpload[]) {
      try {
        if (uploads.length === 0) sessionStorage.removeItem(name)
        else sessionStorage.setItem(name, JSON.stringify(uploads))
      } catch {
        // Without storage a reload asks the server, which offers the files again.
      }
    },
  }
}

function isKept(value: unknown): value is KeptUpload {
  const kept = value as Partial<KeptUpload> | null
  return (
    typeof kept?.key === 'string' &&
    typeof kept.uploadId === 'string' &&
    typeof kept.filename === 'string'
  )
}
