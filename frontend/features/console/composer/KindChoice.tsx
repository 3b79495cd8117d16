import { useTranslation } from 'react-i18next'
import type { MessageKind, StaffMove } from '@shared/api/staff-types'
import { Segments } from '@shared/ui/Segments'
import { KIND_ICONS } from './KindBar'
import { KINDS } from './kinds'

interface KindChoiceProps {
  kind: MessageKind
  moves: StaffMove[]
  onChange: (kind: MessageKind) => void
}

export function KindChoice({ kind, moves, onChange }: KindChoiceProps) {
  const { t } = useTranslation('console')
  return (
    <Segments
      label={t('composer.kind')}
      fill
      value={kind}
      options={KINDS.map((value) => ({
        value,
        label: t(`composer.name.${value}`),
        icon: KIND_ICONS[value],
        disabled: !moves.includes(value),
      }))}
      onChange={onChange}
    />
  )
}
