import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import { isOver, TooLate } from './over'
import { SignInProblem } from './SignInProblem'
import { SubmitButton } from './SubmitButton'
import { useWait } from './use-wait'

const COMPLETE = /^\d{6}$/

interface SecondFactorFormProps {
  confirm: (code: string) => Promise<SignInAnswer>
  onAnswer: (answer: SignInAnswer) => void
  onBack: () => void
}

/** Sends the code by itself as soon as it has six digits, typed or pasted. */
export function SecondFactorForm({ confirm, onAnswer, onBack }: SecondFactorFormProps) {
  const { t } = useTranslation('accounts')
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const wait = useWait()
  const proof = useMutation({
    mutationFn: confirm,
    onSuccess: onAnswer,
    onError: (error) => {
      wait.note(error)
      setCode('')
      field.current?.focus()
    },
  })
  const send = (typed: string) => {
    if (typed && !proof.isPending && wait.seconds === 0) proof.mutate(typed)
  }
  const type = (typed: string) => {
    const kept = typed.replace(/[\s-]/g, '')
    setCode(kept)
    if (COMPLETE.test(kept)) send(kept)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(code)
  }
  if (isOver(proof.error)) return <TooLate onBack={onBack} />
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('secondFactor.title')} below={t('secondFactor.explain')} />
      <Stack gap="md">
        {proof.error ? <SignInProblem error={proof.error} wrong={t('secondFactor.wrong')} /> : null}
        <TextInput
          ref={field}
          label={t('secondFactor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="lg"
          styles={{ input: { letterSpacing: '0.3em', fontVariantNumeric: 'tabular-nums' } }}
          readOnly={proof.isPending}
          value={code}
          onChange={(event) => type(event.currentTarget.value)}
          // The page's only field, reached by pressing "Sign in": typing goes on where it was.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <SubmitButton label={t('secondFactor.submit')} busy={proof.isPending} wait={wait.seconds} />
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </Stack>
    </form>
  )
}
