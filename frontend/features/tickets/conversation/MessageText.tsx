import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piecesOf } from './linked-text'
import classes from './Conversation.module.css'

const LONG_CHARACTERS = 2500
const LONG_LINES = 35

/** What someone wrote, as written: line breaks kept, each paragraph in its own direction. */
export function MessageText({ text }: { text: string }) {
  const { t } = useTranslation('tickets')
  const long = text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES
  const [whole, setWhole] = useState(false)
  const folded = long && !whole
  return (
    <>
      <div className={classes.text} dir="auto" data-folded={folded || undefined}>
        {piecesOf(folded ? shortened(text) : text).map(({ text: piece, href }, index) =>
          href ? (
            <a key={index} href={href} target="_blank" rel="noreferrer nofollow">
              {piece}
            </a>
          ) : (
            <span key={index}>{piece}</span>
          ),
        )}
      </div>
      {folded ? (
        <Button variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('conversation.wholeMessage')}
        </Button>
      ) : null}
    </>
  )
}

function shortened(text: string): string {
  return text.slice(0, LONG_CHARACTERS).split('\n').slice(0, LONG_LINES).join('\n')
}
