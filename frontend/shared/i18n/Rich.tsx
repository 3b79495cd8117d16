import { Fragment, type ReactNode } from 'react'

interface RichProps {
  /** With marks of the translator around some words: `<strong>…</strong>`. */
  text: string
  /** How each mark is drawn; one that nobody knows is left out, its words stay. */
  marks: Record<string, (words: string) => ReactNode>
}

const MARKED = /<(\w+)>(.*?)<\/\1>/gs

/** A text whose marked words are more than text. Words are never read as HTML. */
export function Rich({ text, marks }: RichProps) {
  const pieces: ReactNode[] = []
  let end = 0
  for (const { 0: whole, 1: name = '', 2: words = '', index } of text.matchAll(MARKED)) {
    pieces.push(text.slice(end, index), marks[name]?.(words) ?? words)
    end = index + whole.length
  }
  pieces.push(text.slice(end))
  return pieces.map((piece, at) => <Fragment key={at}>{piece}</Fragment>)
}

export const STRONG = { strong: (words: string) => <strong>{words}</strong> }
