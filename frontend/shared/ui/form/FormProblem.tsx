import { useEffect, useRef } from 'react'
import { Problem } from '../Problem'

/** Above a form: what went wrong with all of it; scrolled into sight, for long forms. */
export function FormProblem({ error }: { error: unknown }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' })
  }, [error])
  return error ? (
    <div ref={place}>
      <Problem error={error} />
    </div>
  ) : null
}
