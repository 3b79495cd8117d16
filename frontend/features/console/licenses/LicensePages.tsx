import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskLicenseRow } from '@shared/api/staff-types'
import { Loading } from '@shared/ui/Loading'
import { Problem } from '@shared/ui/Problem'
import { type LicenseLink, LicenseRows } from './LicenseRows'

interface Pages {
  data: { pages: { items: DeskLicenseRow[] }[] } | undefined
  isPending: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

interface LicensePagesProps {
  list: Pages
  label: string
  link: LicenseLink
  /** What stands there in place of rows. */
  empty: ReactNode
}

/** A list of licenses that comes page by page. */
export function LicensePages({ list, label, link, empty }: LicensePagesProps) {
  const { t } = useTranslation('common')
  if (list.isPending) return <Loading />
  if (!list.data) return <Problem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap((page) => page.items)
  if (rows.length === 0 && !list.hasNextPage) return empty
  return (
    <>
      {list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      <LicenseRows rows={rows} label={label} link={link} />
      {list.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      ) : null}
    </>
  )
}
