import { Anchor } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { Rich, STRONG } from '@shared/i18n/Rich'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

interface MailedPageProps {
  aside?: ReactNode
  /** What is shown once it was asked for. */
  sentTitle: string
  sent: (email: string) => string
  /** What asking once more is called. */
  again?: string
  wayOn?: ReactNode
  /** The page that asks; it tells which address the mail goes to. */
  children: (onAsked: (email: string) => void) => ReactNode
}

/** A public page from which the way goes on in the mailbox. */
export function MailedPage({ aside, sentTitle, sent, again, wayOn, children }: MailedPageProps) {
  const { t } = useTranslation('accounts')
  const [asked, setAsked] = useState<string | null>(null)
  if (asked === null) return <PublicFrame aside={aside}>{children(setAsked)}</PublicFrame>
  return (
    <PublicFrame>
      <CheckYourMail title={sentTitle}>
        <p>
          <Rich text={sent(asked)} marks={STRONG} />
        </p>
        <p>{t('checkMail.nothing')}</p>
        <p>
          {again ? (
            <Anchor component="button" type="button" onClick={() => setAsked(null)}>
              {again}
            </Anchor>
          ) : null}
          {again && wayOn ? ' · ' : null}
          {wayOn}
        </p>
      </CheckYourMail>
    </PublicFrame>
  )
}
