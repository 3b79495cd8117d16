import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import classes from './CharacterCount.module.css'

const SPOKEN_FROM = 0.9

/** Read out only when the end is near. */
export function CharacterCount({ text, max }: { text: string; max: number }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const count = [...text].length
  const near = count >= max * SPOKEN_FROM
  return (
    <p
      className={classes.count}
      data-over={count > max || undefined}
      role={near ? 'status' : undefined}
    >
      {t('field.characters', { used: format.number(count), max: format.number(max) })}
    </p>
  )
}
