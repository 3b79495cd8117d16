import { useTranslation } from 'react-i18next'

/** What the deletion of an account does, point by point. */
export function useAccountPoints() {
  const { t } = useTranslation('journeys')
  return {
    goes: [t('account.goes.person'), t('account.goes.sessions'), t('account.goes.uploads')],
    stays: [t('account.stays.requests'), t('account.stays.again')],
  }
}

/** What the deletion of a company does, point by point. */
export function useCompanyPoints() {
  const { t } = useTranslation('journeys')
  return {
    goes: [
      t('company.goes.licenses'),
      t('company.goes.people'),
      t('company.goes.requests'),
      t('company.goes.rest'),
    ],
    stays: [t('company.stays.accounts'), t('company.stays.records')],
  }
}
