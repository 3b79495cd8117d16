import { MailCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { PageHeader } from '@shared/ui/PageHeader'
import classes from './CheckYourMail.module.css'

interface CheckYourMailProps {
  title: string
  children: ReactNode
}

/** The way goes on in the mailbox. */
export function CheckYourMail({ title, children }: CheckYourMailProps) {
  return (
    <>
      <span className={classes.icon}>
        <MailCheck size={24} aria-hidden />
      </span>
      <PageHeader title={title} />
      <div className={classes.text}>{children}</div>
    </>
  )
}
