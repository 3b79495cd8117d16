/** Less than this is the time that an answer takes, and the seconds that its header rounds off. */
const TOLERATED_MS = 30_000

let ahead = 0

/** Takes the `Date` of an answer: on a desk whose clock is wrong, ages would be wrong as well. */
export function noteServerTime(date: string | null) {
  const difference = Date.parse(date ?? '') - Date.now()
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) > TOLERATED_MS ? difference : 0
}

/** The server's time as far as it is known, else this machine's. */
export function serverNow(): number {
  return Date.now() + ahead
}
