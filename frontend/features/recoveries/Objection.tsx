import { Button, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'

interface ObjectionProps {
  object: (words: string | null) => Promise<unknown>
  onObjected?: () => void
}

/** Says no, with or without a reason. Done by a press, for mail scanners open links. */
export function Objection({ object, onObjected }: ObjectionProps) {
  const { t } = useTranslation('recovery')
  const [words, setWords] = useState('')
  const objecting = useMutation({
    mutationFn: () => object(words.trim() || null),
    onSuccess: onObjected,
  })
  if (objecting.isSuccess) return <Notice tone="success">{t('object.done')}</Notice>
  return (
    <Stack gap="md" align="stretch">
      {objecting.error ? <Problem error={objecting.error} /> : null}
      <Textarea
        autosize
        minRows={3}
        maxLength={2000}
        label={t('object.words')}
        description={t('object.wordsHint')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Button
        style={{ alignSelf: 'flex-start' }}
        loading={objecting.isPending}
        onClick={() => objecting.mutate()}
      >
        {t('object.submit')}
      </Button>
    </Stack>
  )
}
