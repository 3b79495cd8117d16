import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TicketForm } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { Columns } from '@shared/ui/form/Columns'
import { choicesFor, type ChoiceField, type TicketValues } from './ticket-values'

export interface FieldsProps {
  form: TicketForm
  values: TicketValues
  errors: Partial<Record<string, string>>
  onChange: (values: TicketValues) => void
}

/** Group, product and version, each narrowing the next; a newer patch is told of at once. */
export function ProductFields(props: FieldsProps) {
  const { t } = useTranslation('tickets')
  const { form, values } = props
  const version = choicesFor(form, values).version_id.find(({ id }) => id === values.version_id)
  const patch = version?.newer_patch
  return (
    <>
      <Columns count={3}>
        <Choice field="group_id" {...props} />
        <Choice field="product_id" {...props} />
        <Choice field="version_id" {...props} />
      </Columns>
      {patch ? (
        <Notice
          tone="info"
          title={t('form.patch.title', { name: patch.name })}
          action={
            <a href={patch.url} target="_blank" rel="noreferrer">
              {t('form.patch.link')}
            </a>
          }
        >
          {t('form.patch.detail')}
        </Notice>
      ) : null}
    </>
  )
}

/** What it is about, on which system, and how much it hurts. */
export function TopicFields(props: FieldsProps) {
  const { t } = useTranslation('tickets')
  const { form, values, errors, onChange } = props
  return (
    <Columns count={2}>
      <Choice field="type_id" {...props} />
      <Choice field="subtype_id" {...props} />
      <Choice field="os_id" {...props} />
      <NativeSelect
        label={t('form.severity')}
        value={values.severity}
        error={errors.severity}
        data={form.severities.map((value) => ({ value, label: t(`form.severityMeans.${value}`) }))}
        onChange={({ currentTarget }) => {
          const severity = form.severities.find((known) => known === currentTarget.value)
          if (severity) onChange({ ...values, severity })
        }}
      />
    </Columns>
  )
}

function Choice({ field, form, values, errors, onChange }: FieldsProps & { field: ChoiceField }) {
  const { t } = useTranslation(['tickets', 'common'])
  const options = choicesFor(form, values)[field]
  return (
    <NativeSelect
      label={t(`form.${field}`)}
      value={values[field]}
      // Where nothing can be chosen yet, the field above is the one to point at.
      error={options.length > 0 ? errors[field] : undefined}
      disabled={options.length === 0}
      data={[
        { value: '', label: t('common:field.choose') },
        ...options.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget }) => onChange({ ...values, [field]: currentTarget.value })}
    />
  )
}
