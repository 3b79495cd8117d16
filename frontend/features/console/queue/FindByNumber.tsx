import { ActionIcon, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import { useProblemText } from '@shared/ui/Problem'
import { useShortcuts } from '../keyboard/Keyboard'
import { SHORTCUTS } from '../keyboard/shortcuts'
import classes from './FindByNumber.module.css'
import { cleanNumber, findByNumber } from './queues'

/** Opens a request by its incident number; "/" leads here from everywhere. */
export function FindByNumber({ onFound }: { onFound: (id: string) => void }) {
  const { t } = useTranslation('console')
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const search = useMutation({
    mutationFn: findByNumber,
    onSuccess: ({ id }) => {
      setTyped('')
      setOpen(false)
      field.current?.blur()
      onFound(id)
    },
  })
  const show = () => {
    setOpen(true)
    // After the field is drawn: on narrow screens it was not there.
    requestAnimationFrame(() => field.current?.select())
  }
  useShortcuts({ find: show })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const number = cleanNumber(typed)
    if (number && !search.isPending) search.mutate(number)
  }
  const problem = useSearchProblem()(search.error, search.variables)
  return (
    <form role="search" className={classes.find} data-open={open || undefined} onSubmit={submit}>
      <ActionIcon
        className={classes.opener}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('find.label')}
        aria-expanded={open}
        onClick={open ? () => setOpen(false) : show}
      >
        <Search size={18} aria-hidden />
      </ActionIcon>
      <TextInput
        ref={field}
        className={classes.field}
        size="xs"
        leftSection={<Search size={14} aria-hidden />}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder', { key: SHORTCUTS.find })}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={problem}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          search.reset()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </form>
  )
}

function useSearchProblem() {
  const { t } = useTranslation('console')
  const problemText = useProblemText()
  return (error: Error | null, number: string | undefined) => {
    if (hasCode(error, 'not_found')) return t('find.unknown', { number })
    return error ? problemText(error).detail : undefined
  }
}
