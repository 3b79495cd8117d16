import { ApiError } from '@shared/api/problem'

export interface SortedErrors {
  /** Field name → text, for the fields that the form has. */
  fields: Record<string, string>
  /** What concerns no field of the form, to be shown above it. */
  rest: unknown
}

/** A refusal, sorted into the fields it names; several words on one field stand in one text. */
export function sortErrors(error: unknown, known: readonly string[]): SortedErrors {
  if (!(error instanceof ApiError) || error.errors.length === 0) return { fields: {}, rest: error }
  const fields: Record<string, string> = {}
  let strangers = 0
  for (const { field, detail } of error.errors) {
    const name = ownerOf(field, known)
    if (name) fields[name] = fields[name] ? `${fields[name]} ${detail}` : detail
    else strangers += 1
  }
  return { fields, rest: strangers > 0 ? error : null }
}

/** `files.0` and `key_file.name` belong to the fields `files` and `key_file`. */
function ownerOf(field: string, known: readonly string[]): string | undefined {
  return known.find((name) => field === name || field.startsWith(`${name}.`))
}
