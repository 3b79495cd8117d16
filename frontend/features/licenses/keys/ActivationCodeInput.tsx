import { TextInput, type TextInputProps } from '@mantine/core'
import { type ChangeEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { caretAfterGrouping, groupedCode } from './activation-code'

interface ActivationCodeInputProps extends Omit<TextInputProps, 'onChange' | 'value'> {
  value: string
  onChange: (code: string) => void
}

/** Sets the dashes itself; the caret stays where the person is typing. */
export function ActivationCodeInput({ value, onChange, ...props }: ActivationCodeInputProps) {
  const { t } = useTranslation('licenses')
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const { value: typed, selectionStart } = event.currentTarget
    const { inputType = '' } = event.nativeEvent as InputEvent
    const deleting = inputType.startsWith('delete')
    caret.current = caretAfterGrouping(typed, selectionStart ?? typed.length, deleting)
    onChange(groupedCode(typed))
  }
  return (
    <TextInput
      {...props}
      ref={input}
      value={value}
      onChange={change}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      placeholder={t('proof.codeShape')}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  )
}
