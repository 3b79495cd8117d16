import { NativeSelect } from '@mantine/core'
import classes from './Filter.module.css'

interface Option<Value extends string> {
  value: Value
  label: string
}

interface FilterSelectProps<Value extends string> {
  label: string
  /** Whether the label is seen; where it is not, `any` has to say what is chosen here. */
  labelled?: boolean
  wide?: boolean
  /** What not choosing means. */
  any: string
  value: Value | undefined
  options: readonly (Option<Value> | { group: string; items: Option<Value>[] })[]
  onChange: (value: Value | undefined) => void
}

/** One of several, or any. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, labelled, wide, any, value, options, onChange } = props
  const all = options.flatMap((option) => ('group' in option ? option.items : option))
  return (
    <NativeSelect
      {...(labelled ? { label } : { 'aria-label': label })}
      className={classes.choice}
      data-wide={wide || undefined}
      value={value ?? ''}
      data={[{ value: '', label: any }, ...options]}
      onChange={({ currentTarget }) =>
        onChange(all.find((option) => option.value === currentTarget.value)?.value)
      }
    />
  )
}
