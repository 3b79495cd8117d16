import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './RatingChoice.module.css'
import { RATINGS } from './survey'

interface RatingChoiceProps {
  value: number | null
  onChange: (rating: number) => void
}

/** Five numbers with words at both ends; radio buttons underneath. */
export function RatingChoice({ value, onChange }: RatingChoiceProps) {
  const { t } = useTranslation('tickets')
  const name = useId()
  return (
    <fieldset className={classes.rating}>
      <legend>{t('survey.rating')}</legend>
      <div className={classes.numbers}>
        {RATINGS.map((rating) => (
          <label key={rating} className={classes.number}>
            <input
              type="radio"
              name={name}
              value={rating}
              checked={rating === value}
              onChange={() => onChange(rating)}
              aria-label={t('survey.ratingMeans', { rating, means: t(`survey.means.${rating}`) })}
            />
            <span aria-hidden>{rating}</span>
          </label>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{t('survey.means.1')}</span>
        <span>{t('survey.means.5')}</span>
      </div>
    </fieldset>
  )
}
