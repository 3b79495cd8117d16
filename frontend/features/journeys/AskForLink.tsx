import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'
import classes from './Journeys.module.css'

interface AskForLinkProps {
  tick: string
  action: string
  asked: string
  ask: () => Promise<unknown>
}

/** A ticked box, and a mail on its way: nothing is deleted here. */
export function AskForLink({ tick, action, asked, ask }: AskForLinkProps) {
  const [ticked, setTicked] = useState(false)
  const asking = useMutation({ mutationFn: ask })
  if (asking.isSuccess) return <Notice tone="info">{asked}</Notice>
  return (
    <div className={classes.ask}>
      <Checkbox
        label={tick}
        checked={ticked}
        onChange={({ currentTarget }) => setTicked(currentTarget.checked)}
      />
      {asking.error ? <Problem error={asking.error} /> : null}
      <Button
        color="red.8"
        disabled={!ticked}
        loading={asking.isPending}
        onClick={() => asking.mutate()}
      >
        {action}
      </Button>
    </div>
  )
}
