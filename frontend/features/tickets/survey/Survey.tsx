import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyForIntent, useIntent } from '@shared/api/intent'
import { ApiError } from '@shared/api/problem'
import type { SurveyState } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { RatingChoice } from './RatingChoice'
import { openSurvey, saveSurvey, type SurveyAnswer, type SurveyLink, WORDS_LIMIT } from './survey'

/** Behind the mailed link: a rating, words, or both; changeable until the link ends (REQ-15). */
export function Survey({ link }: { link: SurveyLink }) {
  const { t } = useTranslation('tickets')
  const opened = useQuery({
    queryKey: ['survey', link.token, link.rating],
    queryFn: async () => openSurvey(link, await keyForIntent('survey', link)),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  if (opened.isPending) return <Loading />
  if (opened.isError)
    return opened.error instanceof ApiError && [404, 410, 422].includes(opened.error.status) ? (
      <PageHeader title={t('survey.dead.title')} below={t('survey.dead.detail')} />
    ) : (
      <>
        <PageHeader title={t('survey.title')} />
        <Problem error={opened.error} retry={() => void opened.refetch()} />
      </>
    )
  return <SurveyForm token={link.token} state={opened.data} clicked={link.rating !== null} />
}

interface SurveyFormProps {
  token: string
  state: SurveyState
  clicked: boolean
}

function SurveyForm({ token, state, clicked }: SurveyFormProps) {
  const { t } = useTranslation('tickets')
  const format = useFormat()
  const intent = useIntent()
  const [rating, setRating] = useState(state.rating)
  const [words, setWords] = useState(state.words ?? '')
  const saving = useMutation({
    mutationFn: async (body: SurveyAnswer) => saveSurvey(body, await intent.keyFor(body)),
    onSuccess: intent.begin,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate({ token, rating, words: words.trim() || null })
  }
  const nothing = rating === null && words.trim() === ''
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader
        title={t('survey.title')}
        below={t('survey.about', { number: state.number, subject: state.subject })}
      />
      <Stack gap="md">
        <FormProblem error={saving.error} />
        <Saved clicked={clicked && saving.isIdle} saved={saving.isSuccess} />
        <RatingChoice value={rating} onChange={setRating} />
        <CountedTextarea
          label={t('survey.words')}
          value={words}
          max={WORDS_LIMIT}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button type="submit" size="md" loading={saving.isPending} disabled={nothing}>
          {t('survey.submit')}
        </Button>
        <small>{t('survey.until', { when: format.moment(state.ends_at) })}</small>
      </Stack>
    </form>
  )
}

function Saved({ clicked, saved }: { clicked: boolean; saved: boolean }) {
  const { t } = useTranslation('tickets')
  if (saved) return <Notice tone="success">{t('survey.saved')}</Notice>
  return clicked ? <Notice tone="success">{t('survey.ratingSaved')}</Notice> : null
}
