import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from '../Catalog.module.css'

interface RowsFieldsProps {
  title: string
  add: string
  labels: [first: string, second: string]
  rows: [first: string, second: string][]
  onChange: (rows: [string, string][]) => void
}

/** Pairs of short texts that can be added and taken away: downloads, functions. */
export function RowsFields({ title, add, labels, rows, onChange }: RowsFieldsProps) {
  const { t } = useTranslation('catalogue')
  const set = (place: number, row: [string, string]) =>
    onChange(rows.map((one, at) => (at === place ? row : one)))
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {rows.map(([first, second], place) => (
        // Rows are told apart by their place: their texts change as they are typed.
        <div key={place} className={classes.line} data-short>
          <TextInput
            size="xs"
            label={labels[0]}
            maxLength={120}
            value={first}
            onChange={({ currentTarget }) => set(place, [currentTarget.value, second])}
          />
          <TextInput
            size="xs"
            label={labels[1]}
            maxLength={300}
            value={second}
            onChange={({ currentTarget }) => set(place, [first, currentTarget.value])}
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
