import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import type { LicenseDetails } from '@shared/api/types'
import { serverNow } from '@shared/clock'
import { Rich } from '@shared/i18n/Rich'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'

type Step = 'pending' | 'refused' | 'blocked' | 'blockPlanned' | 'expired' | 'notActivated'
const TONES: Record<Step, 'info' | 'warning' | 'danger'> = {
  pending: 'warning',
  refused: 'danger',
  blocked: 'danger',
  blockPlanned: 'warning',
  expired: 'warning',
  notActivated: 'info',
}

/** What the person can do where a license is not simply good: why, what next, and whom to ask. */
export function NextSteps({ license, partner }: { license: LicenseDetails; partner?: ReactNode }) {
  const { t } = useTranslation('life')
  const format = useFormat()
  const step = stepOf(license)
  if (!step) return null
  const values = {
    at: license.blocked_at ? format.moment(license.blocked_at) : '',
    day: format.day(license.expires_on),
  }
  const reason = step === 'refused' ? license.refused_because : license.block_reason
  const told = ['refused', 'blocked', 'blockPlanned'].includes(step) ? reason : null
  return (
    <div style={{ marginBottom: '1rem' }}>
      <Notice tone={TONES[step]} title={t(`next.${step}.title`, values)}>
        <p style={{ margin: 0 }}>{t(`next.${step}.detail`)}</p>
        {told ? (
          <p style={{ margin: '0.4rem 0 0', whiteSpace: 'pre-line' }}>
            {t('next.reason')}: {told}
          </p>
        ) : null}
        {step === 'notActivated' ? null : (
          <p style={{ margin: '0.4rem 0 0' }}>
            {step === 'expired' && license.partner
              ? (partner ?? t('next.partner', { partner: license.partner }))
              : null}{' '}
            <Support />
          </p>
        )}
      </Notice>
    </div>
  )
}

function Support() {
  const { t } = useTranslation('life')
  const email = useConfig().vendor.support_email
  return (
    <Rich
      text={t('next.support', { email })}
      marks={{ mail: (words) => <a href={`mailto:${email}`}>{words}</a> }}
    />
  )
}

function stepOf({ status, claim, blocked_at: blockedAt }: LicenseDetails): Step | null {
  if (claim === 'pending') return 'pending'
  if (claim === 'refused') return 'refused'
  if (status === 'blocked') return 'blocked'
  if (blockedAt && Date.parse(blockedAt) > serverNow()) return 'blockPlanned'
  if (status === 'expired') return 'expired'
  return status === 'not_activated' ? 'notActivated' : null
}
