import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyPerson, StaffCompany } from '@shared/api/staff-types'
import { SearchField } from '@shared/ui/filter/SearchField'
import { usePeople } from './use-people'

interface OwnerSelectProps {
  company: StaffCompany
  value: string
  error?: string
  onChange: (id: string) => void
}

/** Who is to own the company; nobody chosen: who owns it. */
export function OwnerSelect({ company, value, error, onChange }: OwnerSelectProps) {
  const { t } = useTranslation('customers')
  const { list, find, setFind, many } = usePeople(company.id)
  const [chosen, setChosen] = useState<CompanyPerson | null>(null)
  const found = (list.data?.pages ?? []).flatMap((page) => page.items)
  const others = found.filter((person) => !person.owner && person.id !== chosen?.id)
  const offered = chosen ? [chosen, ...others] : others
  return (
    <>
      <NativeSelect
        label={t('change.owner')}
        description={t('change.ownerHint')}
        value={value}
        error={error}
        data={[
          { value: '', label: t('change.ownerStays', { name: company.owner?.name ?? '' }) },
          ...offered.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` })),
        ]}
        onChange={({ currentTarget }) => {
          setChosen(offered.find(({ id }) => id === currentTarget.value) ?? null)
          onChange(currentTarget.value)
        }}
      />
      {many ? <SearchField label={t('people.find')} value={find} onFind={setFind} /> : null}
    </>
  )
}
