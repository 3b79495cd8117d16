/**
 * A pasted list, one address a line. Mail programs put several into one line, parted by semicolons,
 * or by commas, which can also stand in a name: so a comma parts only what has an @ on both sides.
 */
export function splitLines(pasted: string): string[] {
  return pasted
    .split(/[\n\r;]+/)
    .flatMap((line) => {
      const parts = line.split(',')
      return parts.length > 1 && parts.every((part) => part.includes('@') || !part.trim())
        ? parts
        : [line]
    })
    .map((line) => line.trim())
    .filter(Boolean)
}
