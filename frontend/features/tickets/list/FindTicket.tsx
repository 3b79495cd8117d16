import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import { SearchInput } from '@shared/ui/filter/SearchInput'
import { useProblemText } from '@shared/ui/Problem'
import { cleanNumber, findTicket } from './list-tickets'

/** Leads from an incident number to its request. */
export function FindTicket({ onFound }: { onFound: (ticketId: string) => void }) {
  const { t } = useTranslation('tickets')
  const problemText = useProblemText()
  const [typed, setTyped] = useState('')
  const finding = useMutation({ mutationFn: findTicket, onSuccess: ({ id }) => onFound(id) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const number = cleanNumber(typed)
    if (number) finding.mutate(number)
  }
  const error = hasCode(finding.error, 'not_found')
    ? t('find.unknown')
    : finding.error && problemText(finding.error).detail
  return (
    <form role="search" onSubmit={submit}>
      <SearchInput
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          finding.reset()
        }}
        error={error}
      />
    </form>
  )
}
