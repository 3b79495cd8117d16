import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { PartnerRow } from './PartnerRow'
import classes from './Partners.module.css'
import { type PartnerSearch, partnersQuery } from './partners'

interface DirectoryProps {
  search: PartnerSearch
  onSearch: (search: PartnerSearch) => void
}

const PAUSE_MS = 300

/** By country, or by the name that stands on an offer. */
export function Directory({ search, onSearch }: DirectoryProps) {
  const { t } = useTranslation('shop')
  const found = useQuery({ ...partnersQuery(search), placeholderData: keepPreviousData })
  if (found.isPending) return <Loading />
  if (found.isError && !found.data)
    return <Problem error={found.error} retry={() => void found.refetch()} />
  const { countries, items } = found.data
  return (
    <>
      <Search countries={countries} search={search} onSearch={onSearch} />
      {items.length > 0 ? (
        <Panel flush>
          <ul className={classes.rows} aria-label={t('partners.title')}>
            {items.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} />
            ))}
          </ul>
        </Panel>
      ) : (
        <EmptyState icon={SearchX} title={t('partners.none')}>
          {search.name ? t('partners.noneNamed') : null}
        </EmptyState>
      )}
    </>
  )
}

function Search({ countries, search, onSearch }: DirectoryProps & { countries: string[] }) {
  const { t } = useTranslation('shop')
  const { language } = useFormat()
  const [name, setName] = useState(search.name ?? '')
  const find = useDebouncedCallback((typed: string) => {
    onSearch(typed.trim() ? { name: typed.trim() } : {})
  }, PAUSE_MS)
  const regions = new Intl.DisplayNames(language, { type: 'region' })
  return (
    <search className={classes.search}>
      <NativeSelect
        label={t('partners.country')}
        value={search.name ? '' : (search.country ?? '')}
        data={[
          { value: '', label: t('partners.everywhere') },
          ...countries.map((code) => ({ value: code, label: regions.of(code) ?? code })),
        ]}
        onChange={({ currentTarget }) => {
          setName('')
          onSearch({ country: currentTarget.value || undefined })
        }}
      />
      <TextInput
        label={t('partners.name')}
        type="search"
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
          find(currentTarget.value)
        }}
      />
    </search>
  )
}
