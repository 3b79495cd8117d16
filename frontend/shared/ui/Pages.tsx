import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from './Loading'
import classes from './Pages.module.css'
import { Panel } from './Panel'
import { Problem } from './Problem'

interface More {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage: () => unknown
}

interface Paged<Item> extends More {
  data: { pages: { items: Item[] }[] } | undefined
  isPending: boolean
  /** Whether what it holds is what was asked for before. */
  isPlaceholderData?: boolean
  isRefetchError: boolean
  refetch: () => unknown
}

interface PagesProps<Item> {
  list: Paged<Item>
  title?: ReactNode
  /** Above the rows, in their panel. */
  head?: ReactNode
  /** What stands there in place of rows. */
  empty: ReactNode
  more?: Omit<MorePagesProps, 'list'>
  children: (items: Item[]) => ReactNode
}

/** A list that comes page by page, in a panel; before it came, and where it could not be read. */
export function Pages<Item>({ list, title, head, empty, more, children }: PagesProps<Item>) {
  const again = () => void list.refetch()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  // A page can be empty while more follow: filters apply after the page was read.
  const none = items.length === 0 && !list.hasNextPage
  if (list.isPending || (none && list.isPlaceholderData))
    return <Before title={title} wait={<Loading inside={Boolean(title)} />} />
  if (!list.data)
    return <Before title={title} wait={<Problem error={list.error} retry={again} />} />
  const old = list.isRefetchError ? (
    <div className={classes.problem}>
      <Problem error={list.error} retry={again} />
    </div>
  ) : null
  return (
    <>
      {old}
      {none && !title ? (
        empty
      ) : (
        <Panel flush title={title}>
          {head}
          {none ? empty : children(items)}
          <MorePages list={list} {...more} />
        </Panel>
      )}
    </>
  )
}

/** Until there are items: which list is on its way, or could not be read. */
function Before({ title, wait }: { title?: ReactNode; wait: ReactNode }) {
  return title ? <Panel title={title}>{wait}</Panel> : wait
}

interface MorePagesProps {
  list: More
  /** Where "more" does not say enough. */
  label?: string
  note?: ReactNode
  /** Stands below the list and not in its panel. */
  below?: boolean
}

/** The way to the next page, where there is one; whether it could not be read is said there. */
export function MorePages({ list, label, note, below }: MorePagesProps) {
  const { t } = useTranslation('common')
  if (!list.hasNextPage) return null
  return (
    <div className={classes.more} data-below={below || undefined}>
      {list.isFetchNextPageError ? <Problem error={list.error} /> : null}
      {note ? (
        <span className={classes.note} role="status">
          {note}
        </span>
      ) : null}
      <Button
        size="xs"
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {label ?? t('list.more')}
      </Button>
    </div>
  )
}
