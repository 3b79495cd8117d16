import { useTranslation } from 'react-i18next'
import classes from './ApplicationChoice.module.css'
import type { Triable } from './trials'

interface ApplicationChoiceProps {
  offered: Triable[]
  value: string
  error?: string
  onChange: (id: string) => void
}

/** Which application, with the vendor's terms beside each. */
export function ApplicationChoice({ offered, value, error, onChange }: ApplicationChoiceProps) {
  const { t } = useTranslation('shop')
  return (
    <fieldset className={classes.choices} aria-invalid={error ? true : undefined} tabIndex={-1}>
      <legend>{t('trial.application')}</legend>
      {offered.map(({ id, name, days, nodes }) => (
        <label key={id} className={classes.choice}>
          <input
            type="radio"
            name="application"
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span className={classes.name}>{name}</span>
          <span className={classes.terms}>
            {t('trial.days', { count: days })} · {t('trial.seats', { count: nodes })}
          </span>
        </label>
      ))}
      {error ? <p className={classes.error}>{error}</p> : null}
    </fieldset>
  )
}
