import { contrast, hexFromOklch, oklchFromHex } from './oklch'

export type Scale = [string, string, string, string, string, string, string, string, string, string]

export const FALLBACK_PRIMARY = '#1f5f5b'
export const FILLED_SHADE = 6
export const DARK_LINK_SHADE = 3
const READABLE = 4.5
const WHITE = '#ffffff'

const BRAND_LIGHTNESS = [0.972, 0.938, 0.885, 0.81, 0.715, 0.61, 0.51, 0.445, 0.38, 0.31]
const BRAND_CHROMA = [0.12, 0.24, 0.42, 0.66, 0.88, 1, 1, 0.95, 0.85, 0.7]
const GRAY_LIGHTNESS = [0.984, 0.965, 0.932, 0.89, 0.82, 0.7, 0.53, 0.445, 0.34, 0.25]
const NIGHT_LIGHTNESS = [0.93, 0.84, 0.74, 0.6, 0.42, 0.345, 0.29, 0.235, 0.195, 0.165]

/**
 * Ten shades of the vendor's colour. White text is readable on FILLED_SHADE and darker,
 * whatever colour the vendor has chosen.
 */
export function brandScale(primary: string): Scale {
  const brand = oklchFromHex(isHex(primary) ? primary : FALLBACK_PRIMARY)
  return BRAND_LIGHTNESS.map((lightness, shade) => {
    const chroma = Math.min(brand.chroma, 0.19) * (BRAND_CHROMA[shade] as number)
    const colour = { lightness, chroma, hue: brand.hue }
    while (shade >= FILLED_SHADE && contrast(hexFromOklch(colour), WHITE) < READABLE)
      colour.lightness -= 0.01
    return hexFromOklch(colour)
  }) as Scale
}

/** Grays that lean a little to the vendor's hue, so that surfaces and brand belong together. */
export function grayScale(primary: string): Scale {
  return tinted(primary, GRAY_LIGHTNESS, 0.0035)
}

export function nightScale(primary: string): Scale {
  return tinted(primary, NIGHT_LIGHTNESS, 0.006)
}

function tinted(primary: string, steps: number[], chroma: number): Scale {
  const { hue } = oklchFromHex(isHex(primary) ? primary : FALLBACK_PRIMARY)
  return steps.map((lightness) => hexFromOklch({ lightness, chroma, hue })) as Scale
}

function isHex(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour)
}
