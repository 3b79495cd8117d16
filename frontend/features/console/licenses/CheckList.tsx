import { useInfiniteQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { Pages } from '@shared/ui/Pages'
import { LinkRow, Rows } from '@shared/ui/Rows'
import { Age } from '@shared/ui/Times'
import { checksQuery } from './desk'
import { LikenessChip } from './LikenessChip'
import type { LicenseLink } from './LicenseRows'

/** Claims that wait for a check, the oldest first (STF-4). */
export function CheckList({ link }: { link: LicenseLink }) {
  const { t } = useTranslation('desk')
  const list = useInfiniteQuery(checksQuery)
  return (
    <Pages list={list} empty={<EmptyState icon={ClipboardCheck} title={t('checks.empty')} />}>
      {(checks) => (
        <Rows label={t('checks.title')}>
          {checks.map((check) => (
            <LinkRow
              key={check.id}
              name={
                <>
                  {link(check.id, <bdi>{check.company.name}</bdi>)}
                  <LikenessChip likeness={check.likeness} />
                </>
              }
              aside={<Age value={check.claimed_at} />}
              below={
                <>
                  {t('checks.endUser')}: <bdi>{check.end_user}</bdi> · {check.products.join(', ')}
                </>
              }
              belowAside={
                <>
                  <span className="k-code">{check.order_number}</span>
                  <span className="k-code">{check.public_id}</span>
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Pages>
  )
}
