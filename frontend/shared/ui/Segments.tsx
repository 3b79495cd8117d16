import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import classes from './Segments.module.css'

interface SegmentOption<Value> {
  value: Value
  label: string
  icon?: LucideIcon
  disabled?: boolean
}

interface SegmentsProps<Value extends string> {
  label: string
  value: Value
  options: readonly SegmentOption<Value>[]
  onChange: (value: Value) => void
  /** Fills the line, each option as wide as the others. */
  fill?: boolean
}

/** One of a few, all in sight: radio buttons that look like one control. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId()
  return (
    <fieldset className={classes.segments} data-fill={props.fill || undefined}>
      <legend className={classes.legend}>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={classes.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.icon ? <option.icon size={15} aria-hidden /> : null}
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
