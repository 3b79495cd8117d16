import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@shared/api/problem'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'
import classes from './Composer.module.css'

interface SendProblemProps {
  error: unknown
  /** Whether the request, as it is now, still takes what was to be sent. */
  possible: boolean
}

/** Why a message did not go out. After a conflict the page already shows the request anew. */
export function SendProblem({ error, possible }: SendProblemProps) {
  const { t } = useTranslation('console')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  const conflict = error instanceof ApiError && error.status === 409
  return (
    <div ref={place} className={classes.problem}>
      {conflict ? (
        <Notice tone="warning" title={error.message}>
          {possible ? t('composer.conflict') : t('composer.tooLate')}
        </Notice>
      ) : (
        <Problem error={error} />
      )}
    </div>
  )
}
