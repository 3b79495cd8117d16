import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { PublicFrame } from './frame/PublicFrame'
import { PageProblem } from './PageProblem'

/** Tries again from the start: what the route has to load may have been what failed. */
export function RouteProblem({ error }: ErrorComponentProps) {
  const router = useRouter()
  return <PageProblem error={error} retry={() => void router.invalidate()} />
}

/** Where not even the frame could be drawn, such as when nobody can say who is signed in. */
export function FramelessProblem(props: ErrorComponentProps) {
  return (
    <PublicFrame>
      <RouteProblem {...props} />
    </PublicFrame>
  )
}
