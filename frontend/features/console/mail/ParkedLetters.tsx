import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParkedLetter } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Pages } from '@shared/ui/Pages'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { actOnLetter, type LetterAct, parkedQuery } from './mail'
import { useLetterName } from './use-letter-name'

/** Letters that were given up, the latest first (NOT-2). */
export function ParkedLetters() {
  const { t } = useTranslation('mail')
  const list = useInfiniteQuery(parkedQuery)
  const [asked, setAsked] = useState<{ letter: ParkedLetter; what: LetterAct } | null>(null)
  return (
    <>
      <Pages list={list} title={t('parked.title')} empty={<NoRows>{t('parked.empty')}</NoRows>}>
        {(letters) => (
          <Rows>
            {letters.map((letter) => (
              <Letter
                key={letter.id}
                letter={letter}
                onAsk={(what) => setAsked({ letter, what })}
              />
            ))}
          </Rows>
        )}
      </Pages>
      {asked ? <Ask {...asked} onDone={() => setAsked(null)} /> : null}
    </>
  )
}

const ACTS: readonly LetterAct[] = ['retry', 'drop']

function Letter({ letter, onAsk }: { letter: ParkedLetter; onAsk: (what: LetterAct) => void }) {
  const { t } = useTranslation('mail')
  const format = useFormat()
  const name = useLetterName()(letter.template)
  const acts = ACTS.map((what) => (
    <Button
      key={what}
      size="xs"
      variant="default"
      aria-label={t(`parked.${what}Named`, { letter: name, email: letter.to })}
      onClick={() => onAsk(what)}
    >
      {t(`parked.${what}`)}
    </Button>
  ))
  return (
    <Row acts={acts}>
      <RowName>{name}</RowName>
      <Quiet>
        <bdi>{t('parked.to', { email: letter.to })}</bdi>
        {' · '}
        {format.moment(letter.created_at)}
        {' · '}
        {t('parked.tries', { count: letter.attempts })}
      </Quiet>
      <Quiet>
        {t(`parked.error.${letter.error}` as 'parked.error.other', {
          defaultValue: t('parked.error.other'),
        })}{' '}
        <span className="k-code">{letter.error}</span>
      </Quiet>
    </Row>
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
