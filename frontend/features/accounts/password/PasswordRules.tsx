import { VisuallyHidden } from '@mantine/core'
import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from './PasswordRules.module.css'
import { type PasswordRule, rulesShown } from './rules'

const ICONS = { open: Circle, met: CircleCheck, broken: CircleX }

interface PasswordRulesProps {
  broken: PasswordRule[]
  started: boolean
  limits: { min: number; max: number }
}

/** Every rule with its state; rules read as what is asked for, not as what went wrong. */
export function PasswordRules({ broken, started, limits }: PasswordRulesProps) {
  const { t } = useTranslation('accounts')
  const state = (rule: PasswordRule) =>
    started ? (broken.includes(rule) ? 'broken' : 'met') : 'open'
  return (
    <div>
      <p className={classes.title}>{t('password.rules')}</p>
      <ul className={classes.rules}>
        {rulesShown(broken).map((rule) => {
          const Icon = ICONS[state(rule)]
          return (
            <li key={rule} data-state={state(rule)}>
              <Icon size={15} aria-hidden />
              <span>
                {t(`password.rule.${rule}`, {
                  count: rule === 'too_long' ? limits.max : limits.min,
                })}
                <VisuallyHidden> – {t(`password.state.${state(rule)}`)}</VisuallyHidden>
              </span>
            </li>
          )
        })}
      </ul>
      <VisuallyHidden role="status">
        {started ? t('password.left', { count: broken.length }) : ''}
      </VisuallyHidden>
    </div>
  )
}
