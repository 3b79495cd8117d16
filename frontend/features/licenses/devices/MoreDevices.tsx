import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from '@shared/ui/Problem'
import classes from './Devices.module.css'

interface More {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isError: boolean
  error: unknown
  fetchNextPage: () => unknown
}

/** The way to the next page, where there is one. */
export function MoreDevices({ list }: { list: More }) {
  const { t } = useTranslation('common')
  if (!list.hasNextPage) return null
  return (
    <div className={classes.more}>
      {list.isError ? <Problem error={list.error} /> : null}
      <Button
        variant="default"
        size="xs"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('list.more')}
      </Button>
    </div>
  )
}
