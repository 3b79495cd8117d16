import { Textarea, type TextareaProps } from '@mantine/core'
import { CharacterCount } from './CharacterCount'

interface CountedTextareaProps extends TextareaProps {
  value: string
  max: number
}

/** Grows with its text; says how much room is left. Nothing that is pasted is cut off. */
export function CountedTextarea({ value, max, ...props }: CountedTextareaProps) {
  return (
    <div>
      <Textarea
        {...props}
        value={value}
        styles={{ input: { fieldSizing: 'content', minHeight: '9rem', resize: 'vertical' } }}
        dir="auto"
      />
      <CharacterCount text={value} max={max} />
    </div>
  )
}
