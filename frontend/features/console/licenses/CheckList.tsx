import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Age } from '@shared/ui/Times'
import classes from './Desk.module.css'
import { checksQuery } from './desk'
import { LikenessChip } from './LikenessChip'
import type { LicenseLink } from './LicenseRows'

/** Claims that wait for a check, the oldest first (STF-4). */
export function CheckList({ link }: { link: LicenseLink }) {
  const { t } = useTranslation(['desk', 'common'])
  const list = useInfiniteQuery(checksQuery)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const checks = list.data.pages.flatMap((page) => page.items)
  if (checks.length === 0) return <EmptyState icon={ClipboardCheck} title={t('checks.empty')} />
  return (
    <>
      <Panel flush>
        <ul className={classes.rows} aria-label={t('checks.title')}>
          {checks.map((check) => (
            <li key={check.id} className={classes.row}>
              <span className={classes.name}>
                {link(check.id, <bdi>{check.company.name}</bdi>)}
                <LikenessChip likeness={check.likeness} />
              </span>
              <span className={`${classes.quiet} ${classes.aside}`}>
                <Age value={check.claimed_at} />
              </span>
              <span className={classes.quiet}>
                {t('checks.endUser')}: <bdi>{check.end_user}</bdi> · {check.products.join(', ')}
              </span>
              <span className={`${classes.quiet} ${classes.aside}`}>
                <span className="k-code">{check.order_number}</span>
                <span className="k-code">{check.public_id}</span>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {list.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:list.more')}
        </Button>
      ) : null}
    </>
  )
}
