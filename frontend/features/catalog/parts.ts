export const CATALOGUE_PARTS = ['products', 'applications', 'partners'] as const
export type CataloguePart = (typeof CATALOGUE_PARTS)[number]

export function partFrom(value: unknown): CataloguePart | undefined {
  return CATALOGUE_PARTS.find((part) => part === value)
}
