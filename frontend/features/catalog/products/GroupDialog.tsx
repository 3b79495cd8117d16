import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Group, useSavingGroup } from '../catalog'
import { filledNames, idFrom, nameIn } from '../names'
import { NamesFields } from '../NamesFields'
import { SaveDialog } from '../SaveDialog'

interface GroupDialogProps {
  /** None: a new group. */
  group?: Group
  onClose: () => void
}

const EMPTY: Group = { id: '', names: {}, products: [], revision: 0 }

export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { t, i18n } = useTranslation('catalogue')
  const [draft, setDraft] = useState(group ?? EMPTY)
  const saving = useSavingGroup()
  const id = draft.id || idFrom(nameIn(i18n.language, draft.names))
  const save = () =>
    saving.mutate({ ...draft, id, names: filledNames(draft.names) }, { onSuccess: onClose })
  return (
    <SaveDialog
      title={group ? t('group.edit') : t('group.add')}
      busy={saving.isPending}
      error={saving.error}
      onSave={save}
      onClose={onClose}
    >
      <NamesFields
        autofocus
        value={draft.names}
        onChange={(names) => setDraft({ ...draft, names })}
      />
      <TextInput
        label={t('field.id')}
        description={t('field.idHint')}
        maxLength={40}
        value={id}
        readOnly={group !== undefined}
        onChange={({ currentTarget }) => setDraft({ ...draft, id: currentTarget.value })}
      />
    </SaveDialog>
  )
}
