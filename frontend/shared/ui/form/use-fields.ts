import { useState } from 'react'

type Errors<Values> = Partial<Record<keyof Values, string>>

/** Values and errors of a small form. An error goes as soon as its field is changed. */
export function useFields<Values extends Record<string, unknown>>(initial: Values) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<Values>>({})
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors((before) => ({ ...before, [name]: undefined }))
  }
  /** For text inputs and selects. */
  const text = (name: keyof Values & string) => ({
    name,
    value: values[name] as string,
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      set(name, event.currentTarget.value as Values[typeof name]),
  })
  const tick = (name: keyof Values & string) => ({
    name,
    checked: values[name] as boolean,
    error: errors[name],
    onChange: (event: { currentTarget: { checked: boolean } }) =>
      set(name, event.currentTarget.checked as Values[typeof name]),
  })
  return { values, errors, setErrors, text, tick }
}

export type Fields<Values extends Record<string, unknown>> = ReturnType<typeof useFields<Values>>
