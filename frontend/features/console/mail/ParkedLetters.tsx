import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParkedLetter } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from './Mail.module.css'
import { actOnLetter, type LetterAct, parkedQuery } from './mail'
import { useLetterName } from './use-letter-name'

/** Letters that were given up, the latest first (NOT-2). */
export function ParkedLetters() {
  const { t } = useTranslation(['mail', 'common'])
  const list = useInfiniteQuery(parkedQuery)
  const [asked, setAsked] = useState<{ letter: ParkedLetter; what: LetterAct } | null>(null)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const letters = list.data.pages.flatMap((page) => page.items)
  return (
    <Panel flush title={t('parked.title')}>
      {letters.length === 0 ? (
        <p className={`${classes.row} ${classes.quiet}`}>{t('parked.empty')}</p>
      ) : null}
      <ul className={classes.rows}>
        {letters.map((letter) => (
          <Row key={letter.id} letter={letter} onAsk={(what) => setAsked({ letter, what })} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            size="xs"
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        </div>
      ) : null}
      {asked ? <Ask {...asked} onDone={() => setAsked(null)} /> : null}
    </Panel>
  )
}

const ACTS: readonly LetterAct[] = ['retry', 'drop']

function Row({ letter, onAsk }: { letter: ParkedLetter; onAsk: (what: LetterAct) => void }) {
  const { t } = useTranslation('mail')
  const format = useFormat()
  const name = useLetterName()(letter.template)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          <bdi>{t('parked.to', { email: letter.to })}</bdi>
          {' · '}
          {format.moment(letter.created_at)}
          {' · '}
          {t('parked.tries', { count: letter.attempts })}
        </span>
        <span className={classes.quiet}>
          {t(`parked.error.${letter.error}` as 'parked.error.other', {
            defaultValue: t('parked.error.other'),
          })}{' '}
          <span className="k-code">{letter.error}</span>
        </span>
      </div>
      <span className={classes.acts}>
        {ACTS.map((what) => (
          <Button
            key={what}
            size="xs"
            variant="default"
            aria-label={t(`parked.${what}Named`, { letter: name, email: letter.to })}
            onClick={() => onAsk(what)}
          >
            {t(`parked.${what}`)}
          </Button>
        ))}
      </span>
    </li>
  )
}

interface AskProps {
  letter: ParkedLetter
  what: LetterAct
  onDone: () => void
}

function Ask({ letter, what, onDone }: AskProps) {
  const { t } = useTranslation('mail')
  const queryClient = useQueryClient()
  const name = useLetterName()(letter.template)
  const acting = useMutation({
    mutationFn: () => actOnLetter(letter.id, what),
    onSuccess: () => {
      onDone()
      return queryClient.invalidateQueries(parkedQuery)
    },
  })
  return (
    <ConfirmDialog
      opened
      danger={what === 'drop'}
      title={t(`parked.${what}Named`, { letter: name, email: letter.to })}
      confirmLabel={t(`parked.${what}`)}
      busy={acting.isPending}
      error={acting.error}
      onConfirm={() => acting.mutate()}
      onCancel={onDone}
    >
      {t(`parked.${what}Detail`)}
    </ConfirmDialog>
  )
}
