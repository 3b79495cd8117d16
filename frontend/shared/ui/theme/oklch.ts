/** Björn Ottosson's OKLCH: equal steps of lightness look equal, whatever the hue. */
export interface Oklch {
  lightness: number
  chroma: number
  hue: number
}

const RADIANS = Math.PI / 180

export function oklchFromHex(hex: string): Oklch {
  const [red, green, blue] = linearFromHex(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) / RADIANS }
}

/** The nearest colour a screen can show: chroma gives way, lightness and hue stay. */
export function hexFromOklch({ lightness, chroma, hue }: Oklch): string {
  for (let tried = chroma; tried > 0.001; tried -= 0.004) {
    const linear = linearFromOklch({ lightness, chroma: tried, hue })
    if (linear.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return toHex(linear)
  }
  return toHex(linearFromOklch({ lightness, chroma: 0, hue }))
}

/** WCAG's contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = linearFromHex(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linearFromOklch({ lightness, chroma, hue }: Oklch): number[] {
  const a = chroma * Math.cos(hue * RADIANS)
  const b = chroma * Math.sin(hue * RADIANS)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function linearFromHex(hex: string): [number, number, number] {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function toHex(linear: number[]): string {
  const channels = linear.map((value) => {
    const bound = Math.min(1, Math.max(0, value))
    const encoded = bound <= 0.0031308 ? bound * 12.92 : 1.055 * bound ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}
