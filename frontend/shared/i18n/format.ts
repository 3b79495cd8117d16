const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
/** As file managers count: limits such as 4 GB are powers of two. */
const STEP = 1024
const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** A day without a time, such as an expiry date: the same day in every zone. */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** A moment in a zone (without one, the browser's own), and which zone that is. */
export function formatMoment(moment: string, language: string, timeZone?: string): string {
  const date = new Date(moment)
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  const time = new Intl.DateTimeFormat(language, format).format(date)
  return `${time} ${zoneName(date, language, timeZone)}`
}

/** What the zone is called at that time of the year: MEZ, GMT+5:30. */
function zoneName(date: Date, language: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short' })
  return format.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? ''
}

/** The day of a moment. */
export function formatDate(moment: string, language: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone })
  return format.format(new Date(moment))
}

/** The time of day. */
export function formatTime(moment: number, language: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone })
  return format.format(new Date(moment))
}

/** "3 hours ago"; beyond a week the date says more. */
export function formatAge(
  moment: string,
  now: number,
  language: string,
  timeZone?: string,
): string {
  const seconds = (new Date(moment).getTime() - now) / 1000
  const age = Math.abs(seconds)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (age < HOUR) return relative.format(Math.round(seconds / MINUTE), 'minute')
  if (age < DAY) return relative.format(Math.round(seconds / HOUR), 'hour')
  if (age < 7 * DAY) return relative.format(Math.round(seconds / DAY), 'day')
  return formatDate(moment, language, timeZone)
}

export function formatBytes(bytes: number, language: string): string {
  const power = bytes < STEP ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10))
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 2 ? 2 : power > 1 ? 1 : 0,
  }).format(bytes / STEP ** power)
}

/** How long something still takes, rounded as a person would say it. */
export function formatDuration(seconds: number, language: string): string {
  const [value, unit] =
    seconds < 90
      ? [Math.max(1, Math.round(seconds)), 'second']
      : seconds < 90 * MINUTE
        ? [Math.round(seconds / MINUTE), 'minute']
        : [Math.round(seconds / HOUR), 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value)
}

/** Days from today in a zone until that day; negative when it has passed. */
export function daysUntil(day: string, now: number, timeZone?: string): number {
  // Swedish dates are ISO's.
  const today = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }).format(now)
  const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`)
  return Math.round((midnight(day) - midnight(today)) / (DAY * 1000))
}

export function formatList(words: string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}
