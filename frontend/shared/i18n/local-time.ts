/** Times as `datetime-local` fields hold them ("2026-11-22T17:40"), which name no zone. */

const MINUTES = 16
const DAY = 86_400_000

/**
 * Such a time, read in a zone (without one, the browser's own), as a moment; null when it is none.
 * An hour that clocks skip is the one after it, one that they show twice the first of the two.
 */
export function momentOf(local: string, timeZone?: string): string | null {
  const wanted = Date.parse(`${local}Z`)
  if (!local || Number.isNaN(wanted)) return null
  const candidates = [-DAY, DAY].map((away) => wanted - offsetAt(wanted + away, timeZone))
  const shown = candidates.filter((moment) => moment + offsetAt(moment, timeZone) === wanted)
  const found = shown.length > 0 ? Math.min(...shown) : Math.max(...candidates)
  return new Date(found).toISOString()
}

/** A moment as such a field shows it in a zone, to the minute. */
export function localOf(moment: string | number, timeZone?: string): string {
  const time = new Date(moment).getTime()
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, MINUTES)
}

/** How far the zone's clocks are ahead of UTC then, in milliseconds. */
function offsetAt(moment: number, timeZone?: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  return shown - Math.floor(moment / 1000) * 1000
}
