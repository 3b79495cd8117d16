import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../Catalog.module.css'
import { type Application, type Group, useSavingApplication } from '../catalog'
import { IdentityFields, useIdOf } from '../IdentityFields'
import { filledNames, nameIn } from '../names'
import { SaveDialog } from '../SaveDialog'
import { type FieldsRow, RowsFields } from './RowsFields'
import { TrialFields } from './TrialFields'

interface ApplicationDialogProps {
  groups: Group[]
  /** None: a new application. */
  application?: Application
  onClose: () => void
}

type Names = Application['names']

const EMPTY: Application = {
  id: '',
  names: {},
  product_ids: [],
  key_file_only: false,
  versions: [],
  functions: [],
  trial: null,
  retired: false,
  revision: 0,
}

export function ApplicationDialog({ groups, application, onClose }: ApplicationDialogProps) {
  const { t, i18n } = useTranslation('catalogue')
  const form = useApplicationForm(application, onClose)
  const { draft, set } = form
  const products = groups
    .flatMap((group) => group.products)
    .map(({ id, names }) => ({ value: id, label: nameIn(i18n.language, names) }))
  return (
    <SaveDialog
      wide
      title={application ? t('application.edit') : t('application.add')}
      saving={form.saving}
      onSave={form.save}
      onClose={onClose}
    >
      <IdentityFields value={draft} known={application !== undefined} onChange={set} />
      <ActivatedBy products={products} chosen={draft.product_ids} onChange={form.activatedBy} />
      <Checkbox
        label={t('application.keyFileOnly')}
        checked={draft.key_file_only ?? false}
        onChange={({ currentTarget }) => set({ key_file_only: currentTarget.checked })}
      />
      <RowsFields
        title={t('application.versions')}
        add={t('application.addVersion')}
        labels={[t('version.name'), t('application.url')]}
        rows={form.versions}
        onChange={form.setVersions}
      />
      <RowsFields
        title={t('application.functions')}
        add={t('application.addFunction')}
        labels={[t('application.function'), t('application.editions')]}
        rows={form.functions}
        onChange={form.setFunctions}
      />
      <TrialFields
        trial={draft.trial ?? null}
        products={products.filter(({ value }) => draft.product_ids.includes(value))}
        onChange={(trial) => set({ trial })}
      />
      <Checkbox
        label={t('application.retired')}
        checked={draft.retired ?? false}
        onChange={({ currentTarget }) => set({ retired: currentTarget.checked })}
      />
    </SaveDialog>
  )
}

interface ActivatedByProps {
  products: { value: string; label: string }[]
  chosen: string[]
  onChange: (product: string, does: boolean) => void
}

function ActivatedBy({ products, chosen, onChange }: ActivatedByProps) {
  const { t } = useTranslation('catalogue')
  return (
    <fieldset className={classes.part}>
      <legend>{t('application.activatedBy')}</legend>
      {products.map(({ value, label }) => (
        <Checkbox
          key={value}
          size="xs"
          label={label}
          checked={chosen.includes(value)}
          onChange={({ currentTarget }) => onChange(value, currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}

function useApplicationForm(application: Application | undefined, onClose: () => void) {
  const { i18n } = useTranslation('catalogue')
  const start = application ?? EMPTY
  const [draft, setDraft] = useState(start)
  const [versions, setVersions] = useState<FieldsRow<never>[]>(
    start.versions.map((version) => [version.name, version.url]),
  )
  const [functions, setFunctions] = useState<FieldsRow<Names>[]>(
    start.functions.map(({ names, editions }) => [
      nameIn(i18n.language, names),
      editions.join(', '),
      names,
    ]),
  )
  const saving = useSavingApplication()
  const set = (changes: Partial<Application>) => setDraft((before) => ({ ...before, ...changes }))
  const idOf = useIdOf()
  const activatedBy = (product: string, does: boolean) =>
    set({
      product_ids: does
        ? [...draft.product_ids, product]
        : draft.product_ids.filter((one) => one !== product),
    })
  const save = () =>
    saving.mutate(
      {
        ...draft,
        id: idOf(draft),
        names: filledNames(draft.names),
        versions: filled(versions).map(([name, url]) => ({ name, url })),
        functions: filled(functions).map(([name, editions, names]) => ({
          // What is written here is the reader's language; the others stay as they are.
          names: { ...names, [i18n.language]: name },
          editions: editions
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
        })),
      },
      { onSuccess: onClose },
    )
  return {
    draft,
    set,
    versions,
    setVersions,
    functions,
    setFunctions,
    activatedBy,
    save,
    saving,
  }
}

function filled<Of>(rows: FieldsRow<Of>[]): FieldsRow<Of>[] {
  return rows
    .map(([first, second, of]): FieldsRow<Of> => [first.trim(), second.trim(), of])
    .filter(([first]) => first)
}
