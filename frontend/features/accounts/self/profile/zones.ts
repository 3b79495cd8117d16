import { browsersZone } from '@shared/i18n/zone'

interface Zones {
  group: string
  items: { value: string; label: string }[]
}

/** Every zone that the browser knows, by continent; `also` is offered even if it does not. */
export function zoneGroups(also: string | null): Zones[] {
  const names = new Set(Intl.supportedValuesOf('timeZone'))
  if (also) names.add(also)
  const groups = new Map<string, Zones>()
  for (const value of [...names].toSorted()) {
    const [continent = value, ...place] = value.replaceAll('_', ' ').split('/')
    const group = groups.get(continent) ?? { group: continent, items: [] }
    group.items.push({ value, label: place.join(', ') || continent })
    groups.set(continent, group)
  }
  return [...groups.values()]
}

export const browsersZoneName = () => browsersZone().replaceAll('_', ' ')
