import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@features/accounts/session/session'
import { DataExport } from '@features/journeys/DataExport'
import { DeleteAccount } from '@features/journeys/DeleteAccount'
import { ButtonLink } from '@shared/ui/links'
import { AccountTabs } from './AccountTabs'

/** What is stored about the person, and the way out (ACC-10, ACC-13). */
export function DataPage() {
  const { t } = useTranslation('journeys')
  const me = useSuspenseQuery(meQuery).data
  return (
    <AccountTabs part="data">
      <DataExport />
      <DeleteAccount
        me={me}
        toCompany={
          <ButtonLink to="/company" size="xs" variant="default">
            {t('account.toCompany')}
          </ButtonLink>
        }
      />
    </AccountTabs>
  )
}
