import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Columns } from '@shared/ui/form/Columns'
import { NumberField } from '@shared/ui/form/NumberField'
import classes from '../Catalog.module.css'
import type { Application } from '../catalog'

type Trial = NonNullable<Application['trial']>

interface TrialFieldsProps {
  trial: Trial | null
  /** What the license of a trial can be of. */
  products: { value: string; label: string }[]
  onChange: (trial: Trial | null) => void
}

/** The terms on which an application can be tried (LIC-15). */
export function TrialFields({ trial, products, onChange }: TrialFieldsProps) {
  const { t } = useTranslation('catalogue')
  const begun = { product_id: products[0]?.value ?? '', edition: '', nodes: 5, days: 30 }
  return (
    <fieldset className={classes.part}>
      <legend>{t('trial.title')}</legend>
      <Checkbox
        label={t('trial.offered')}
        checked={trial !== null}
        disabled={products.length === 0}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? begun : null)}
      />
      {trial ? (
        <Columns count={2}>
          <NativeSelect
            label={t('trial.product')}
            data={products}
            value={trial.product_id}
            onChange={({ currentTarget }) =>
              onChange({ ...trial, product_id: currentTarget.value })
            }
          />
          <TextInput
            label={t('trial.edition')}
            maxLength={120}
            value={trial.edition}
            onChange={({ currentTarget }) => onChange({ ...trial, edition: currentTarget.value })}
          />
          <NumberField
            label={t('trial.days')}
            min={1}
            max={366}
            value={shown(trial.days)}
            onChange={(days) => onChange({ ...trial, days: Number(days) })}
          />
          <NumberField
            label={t('trial.nodes')}
            min={1}
            max={10_000}
            value={shown(trial.nodes)}
            onChange={(nodes) => onChange({ ...trial, nodes: Number(nodes) })}
          />
        </Columns>
      ) : null}
    </fieldset>
  )
}

/** An empty field counts as 0, which no trial has. */
const shown = (count: number) => (count === 0 ? '' : String(count))
