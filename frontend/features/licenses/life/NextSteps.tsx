import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import type { LicenseDetails } from '@shared/api/types'
import { serverNow } from '@shared/clock'
import { Rich } from '@shared/i18n/Rich'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'
import { compatibleQuery } from '../compatible/compatible'

type Step =
  | 'pending'
  | 'refused'
  | 'withdrawn'
  | 'blocked'
  | 'blockPlanned'
  | 'expired'
  | 'notBegun'
  | 'ending'
  | 'notActivated'
const TONES: Record<Step, 'info' | 'warning' | 'danger'> = {
  pending: 'warning',
  refused: 'danger',
  withdrawn: 'danger',
  blocked: 'danger',
  blockPlanned: 'warning',
  expired: 'warning',
  notBegun: 'info',
  ending: 'info',
  notActivated: 'info',
}
const REASONED: readonly Step[] = ['refused', 'blocked', 'blockPlanned']
const RENEWED: readonly Step[] = ['expired', 'ending']
const SOON_DAYS = 30

/** What the person can do where a license is not simply good: why, what next, and whom to ask. */
export function NextSteps({ license }: { license: LicenseDetails }) {
  const { t } = useTranslation('life')
  const format = useFormat()
  const step = stepOf(license, format.daysUntil)
  if (!step) return null
  const values = {
    at: license.blocked_at ? format.moment(license.blocked_at) : '',
    day: format.day(license.expires_on),
    starts: format.day(license.starts_on),
    how: license.withdrawn ? t(`next.how.${license.withdrawn}`) : '',
  }
  const reason = step === 'refused' ? license.refused_because : license.block_reason
  return (
    <div style={{ marginBottom: '1rem' }}>
      <Notice tone={TONES[step]} title={t(`next.${step}.title`, values)}>
        <p>{t(`next.${step}.detail`)}</p>
        {reason && REASONED.includes(step) ? (
          <p style={{ whiteSpace: 'pre-line' }}>
            {t('next.reason')}: {reason}
          </p>
        ) : null}
        {step === 'notActivated' ? null : (
          <p>
            {RENEWED.includes(step) ? <Renewal licenseId={license.id} /> : null} <Support />
          </p>
        )}
      </Notice>
    </div>
  )
}

/** Nobody is sent to who may not sell (any more). */
function Renewal({ licenseId }: { licenseId: string }) {
  const { t, i18n } = useTranslation('life')
  const found = useQuery(compatibleQuery(licenseId, i18n.language))
  if (found.isPending) return null
  const partner = found.data?.partner
  return partner?.standing === 'authorised'
    ? t('next.renewalBy', { partner: partner.name })
    : t('next.renewal')
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

function stepOf(license: LicenseDetails, daysUntil: (day: string) => number): Step | null {
  const { status, claim, blocked_at: blockedAt, withdrawn } = license
  if (claim === 'pending' || claim === 'refused') return claim
  if (status === 'blocked') return withdrawn ? 'withdrawn' : 'blocked'
  if (blockedAt && Date.parse(blockedAt) > serverNow()) return 'blockPlanned'
  if (status === 'expired') return 'expired'
  if (daysUntil(license.starts_on) > 0) return 'notBegun'
  if (daysUntil(license.expires_on) <= SOON_DAYS) return 'ending'
  return status === 'not_activated' ? 'notActivated' : null
}
