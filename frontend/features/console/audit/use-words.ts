import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@shared/api/staff-types'

/** Entries as people read them. An action that has no words yet shows its name. */
export function useAuditWords() {
  const { t } = useTranslation('audit')
  const who = ({ id, name }: AuditEntry['actor']): string => {
    if (name) return name
    return id === 'system' || id === 'nobody' ? t(`who.${id}`) : t('who.gone')
  }
  const said = (entry: AuditEntry): string => sentence(entry.action, who(entry.actor))
  const sentence = (action: string, by: string): string =>
    t(`action.${action}` as 'action.license.blocked', {
      who: by,
      defaultValue: `${by}: ${action}`,
    })
  return { who, said, sentence }
}
