const WINDOW_MS = 10_000
const MEANINGFUL_AFTER_MS = 1500

/** Speed over the last seconds: steady enough to read, quick enough to believe. */
export function createMeter() {
  let samples: { at: number; sent: number }[] = []
  return {
    note(at: number, sent: number) {
      samples = samples.filter((sample) => at - sample.at < WINDOW_MS)
      samples.push({ at, sent })
    },
    /** Bytes a second; null until enough has been seen. */
    speed(): number | null {
      const first = samples[0]
      const last = samples.at(-1)
      if (!first || !last || last.at - first.at < MEANINGFUL_AFTER_MS) return null
      return Math.max(0, last.sent - first.sent) / ((last.at - first.at) / 1000)
    },
    /** After a pause the old samples would lie. */
    reset() {
      samples = []
    },
  }
}
