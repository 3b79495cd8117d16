/** A row that stays where it is, whatever happened to the list since it was drawn. */
export interface SteadyRow<Item> {
  item: Item
  /** It is not in the list any more; it stays in sight until the person looks at the new list. */
  gone: boolean
}

export interface SteadyList<Item> {
  rows: SteadyRow<Item>[]
  /** How many are new, above or between what is shown. */
  arrived: number
}

export function drawn<Item>(items: Item[]): SteadyList<Item> {
  return { rows: items.map((item) => ({ item, gone: false })), arrived: 0 }
}

/**
 * What to show when `fresh` is the list by now: the same rows in the same places with their new
 * contents. Only what comes after the last row is added at once, since it moves nothing. Rows
 * beyond the end of a list that has `more` may just have been pushed out: they count as there.
 */
export function settle<Item extends { id: string }>(
  before: SteadyList<Item>,
  fresh: Item[],
  more: boolean,
): SteadyList<Item> {
  if (before.rows.length === 0) return drawn(fresh)
  const byId = new Map(fresh.map((item) => [item.id, item]))
  const shown = new Set(before.rows.map(({ item }) => item.id))
  const lastShown = before.rows.findLastIndex(({ item }) => byId.has(item.id))
  const rows = before.rows.map(({ item }, place) => {
    const now = byId.get(item.id)
    return { item: now ?? item, gone: !now && !(more && place > lastShown) }
  })
  const lastKnown = fresh.findLastIndex((item) => shown.has(item.id))
  const isNew = (item: Item) => !shown.has(item.id)
  const below = lastKnown < 0 ? [] : fresh.slice(lastKnown + 1)
  const arrived = (lastKnown < 0 ? fresh : fresh.slice(0, lastKnown)).filter(isNew).length
  return { rows: [...rows, ...drawn(below).rows], arrived }
}
