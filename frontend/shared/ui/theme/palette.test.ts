import { describe, expect, it } from 'vitest'
import { contrast } from './oklch'
import { brandScale, FILLED_SHADE, grayScale, nightScale } from './palette'

const VENDORS = ['#1f5f5b', '#ffd400', '#e30613', '#00a0ff', '#000000', '#ffffff', '#7ed321']

describe('brandScale', () => {
  it.each(VENDORS)('keeps white text readable on filled buttons for %s', (vendor) => {
    for (const shade of brandScale(vendor).slice(FILLED_SHADE))
      expect(contrast(shade, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(VENDORS)('keeps links readable on light and on dark pages for %s', (vendor) => {
    const brand = brandScale(vendor)
    expect(contrast(brand[7], grayScale(vendor)[0])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(brand[3], nightScale(vendor)[7])).toBeGreaterThanOrEqual(4.5)
  })

  it('falls back to its own colour when the configured one is no colour', () => {
    expect(brandScale('nonsense')).toEqual(brandScale('#1f5f5b'))
  })
})

describe('grays', () => {
  it.each(VENDORS)('keep dimmed text readable for %s', (vendor) => {
    expect(contrast(grayScale(vendor)[6], grayScale(vendor)[1])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(nightScale(vendor)[2], nightScale(vendor)[6])).toBeGreaterThanOrEqual(4.5)
  })
})
