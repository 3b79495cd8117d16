import { useFormat } from '@shared/i18n/use-format'

/** A day, such as an expiry date. */
export function Day({ value }: { value: string }) {
  return <time dateTime={value}>{useFormat().day(value)}</time>
}

/** Date and time in the person's zone. */
export function Moment({ value }: { value: string }) {
  return <time dateTime={value}>{useFormat().moment(value)}</time>
}

/** How long ago, with the exact time on hover. */
export function Age({ value }: { value: string }) {
  const format = useFormat()
  return (
    <time dateTime={value} title={format.moment(value)}>
      {format.age(value)}
    </time>
  )
}
