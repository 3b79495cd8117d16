import { VisuallyHidden } from '@mantine/core'
import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from './PasswordRules.module.css'
import type { PasswordRule } from './rules'

const ALWAYS_SHOWN: PasswordRule[] = [
  'too_short',
  'no_lower',
  'no_upper',
  'no_digit',
  'no_special',
  'has_space',
  'is_email',
  'contains_name',
  'too_common',
]

const ICONS = { open: Circle, met: CircleCheck, broken: CircleX }

interface PasswordRulesProps {
  broken: PasswordRule[]
  started: boolean
  minLength: number
}

/** Every rule with its state; rules read as what is asked for, not as what went wrong. */
export function PasswordRules({ broken, started, minLength }: PasswordRulesProps) {
  const { t } = useTranslation('accounts')
  const shown: PasswordRule[] = broken.includes('too_long')
    ? ['too_long', ...ALWAYS_SHOWN]
    : ALWAYS_SHOWN
  const state = (rule: PasswordRule) =>
    started ? (broken.includes(rule) ? 'broken' : 'met') : 'open'
  return (
    <div>
      <p className={classes.title}>{t('password.rules')}</p>
      <ul className={classes.rules}>
        {shown.map((rule) => {
          const Icon = ICONS[state(rule)]
          return (
            <li key={rule} data-state={state(rule)}>
              <Icon size={15} aria-hidden />
              <span>
                {t(`password.rule.${rule}`, { count: minLength })}
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
