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

/** A moment, in the person's own zone. */
export function formatMoment(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  )
}

/** The day of a moment, in the person's own zone. */
export function formatDate(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment))
}

/** The time of day, in the person's own zone. */
export function formatTime(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(moment))
}

/** "3 hours ago"; beyond a week the date says more. */
export function formatAge(moment: string, now: number, language: string): string {
  const seconds = (new Date(moment).getTime() - now) / 1000
  const age = Math.abs(seconds)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (age < HOUR) return relative.format(Math.round(seconds / MINUTE), 'minute')
  if (age < DAY) return relative.format(Math.round(seconds / HOUR), 'hour')
  if (age < 7 * DAY) return relative.format(Math.round(seconds / DAY), 'day')
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment))
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

/** Days from today in the person's zone until that day; negative when it has passed. */
export function daysUntil(day: string, now: number): number {
  const today = new Date(now)
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - midnight) / (DAY * 1000))
}

export function formatList(words: string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}
