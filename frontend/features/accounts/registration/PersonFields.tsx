import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fields } from '@shared/ui/form/use-fields'
import { Columns } from '@shared/ui/form/Columns'
import { countryOptions } from './country-options'
import { FIELD_LIMITS, type PersonalValues } from './registration'

interface PersonFieldsProps {
  fields: Fields<PersonalValues>
  /** Whether the company's name has to be that of a license. */
  licensed?: boolean
}

export function PersonFields({ fields, licensed = true }: PersonFieldsProps) {
  const { t, i18n } = useTranslation(['accounts', 'common'])
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  return (
    <>
      <Columns count={2}>
        <TextInput
          label={t('register.firstName')}
          autoComplete="given-name"
          maxLength={FIELD_LIMITS.first_name}
          {...fields.text('first_name')}
        />
        <TextInput
          label={t('register.lastName')}
          autoComplete="family-name"
          maxLength={FIELD_LIMITS.last_name}
          {...fields.text('last_name')}
        />
      </Columns>
      <TextInput
        label={t('register.company')}
        description={licensed ? t('register.companyHint') : undefined}
        autoComplete="organization"
        maxLength={FIELD_LIMITS.company_name}
        {...fields.text('company_name')}
      />
      <TextInput
        label={t('register.email')}
        type="email"
        autoComplete="email"
        maxLength={FIELD_LIMITS.email}
        {...fields.text('email')}
      />
      <NativeSelect
        label={t('register.country')}
        autoComplete="country"
        data={[{ value: '', label: t('common:field.choose') }, ...countries]}
        {...fields.text('country')}
      />
    </>
  )
}
