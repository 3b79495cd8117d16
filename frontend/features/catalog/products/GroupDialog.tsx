import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Group, useSavingGroup } from '../catalog'
import { IdentityFields, useIdOf } from '../IdentityFields'
import { filledNames } from '../names'
import { SaveDialog } from '../SaveDialog'

interface GroupDialogProps {
  /** None: a new group. */
  group?: Group
  onClose: () => void
}

const EMPTY: Group = { id: '', names: {}, products: [], revision: 0 }

export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { t } = useTranslation('catalogue')
  const [draft, setDraft] = useState(group ?? EMPTY)
  const saving = useSavingGroup()
  const idOf = useIdOf()
  const save = () =>
    saving.mutate(
      { ...draft, id: idOf(draft), names: filledNames(draft.names) },
      { onSuccess: onClose },
    )
  return (
    <SaveDialog
      title={group ? t('group.edit') : t('group.add')}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      <IdentityFields
        value={draft}
        known={group !== undefined}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
    </SaveDialog>
  )
}
