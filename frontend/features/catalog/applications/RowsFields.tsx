import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from '../Catalog.module.css'

/** Two texts, and what the row was made of: that stays with it when others go. */
export type FieldsRow<Of> = [first: string, second: string, of?: Of]

interface RowsFieldsProps<Of> {
  title: string
  add: string
  labels: [first: string, second: string]
  rows: FieldsRow<Of>[]
  onChange: (rows: FieldsRow<Of>[]) => void
}

/** Pairs of short texts that can be added and taken away: downloads, functions. */
export function RowsFields<Of>({ title, add, labels, rows, onChange }: RowsFieldsProps<Of>) {
  const { t } = useTranslation('catalogue')
  const set = (place: number, row: FieldsRow<Of>) =>
    onChange(rows.map((one, at) => (at === place ? row : one)))
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {rows.map(([first, second, of], place) => (
        // Rows are told apart by their place: their texts change as they are typed.
        <div key={place} className={classes.line} data-short>
          <TextInput
            size="xs"
            label={labels[0]}
            maxLength={120}
            value={first}
            onChange={({ currentTarget }) => set(place, [currentTarget.value, second, of])}
          />
          <TextInput
            size="xs"
            label={labels[1]}
            maxLength={300}
            value={second}
            onChange={({ currentTarget }) => set(place, [first, currentTarget.value, of])}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove', { name: first })}
            onClick={() => onChange(rows.filter((_, at) => at !== place))}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...rows, ['', '']])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  )
}
