export type TextPiece = { text: string; href?: string }

const ADDRESS = /https?:\/\/[^\s<>"]+/g
const TRAILING = /[.,;:!?'’)\]}]+$/

/** Splits what people wrote into plain pieces and web addresses; nothing else becomes a link. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(TRAILING, '')
    if (!URL.canParse(href)) continue
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) })
    pieces.push({ text: href, href })
    at = match.index + href.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}
