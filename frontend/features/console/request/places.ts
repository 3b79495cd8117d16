import type { ReactNode } from 'react'

/** Draws the way to a page of the console, by the id of what it shows. */
export type PlaceLink = (id: string, content: ReactNode) => ReactNode

/** Where a request leads: to its company, and to the license that it stands on. */
export interface Places {
  company: PlaceLink
  license: PlaceLink
}
