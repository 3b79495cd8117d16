import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { FilterSelect } from '@shared/ui/filter/FilterSelect'
import { SearchField } from '@shared/ui/filter/SearchField'
import { Loading } from '@shared/ui/Loading'
import { NoMatch } from '@shared/ui/NoMatch'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Rows } from '@shared/ui/Rows'
import { PartnerRow } from './PartnerRow'
import { type PartnerSearch, partnersQuery } from './partners'

interface DirectoryProps {
  search: PartnerSearch
  onSearch: (search: PartnerSearch) => void
}

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
          <Rows label={t('partners.title')} busy={found.isPlaceholderData}>
            {items.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} />
            ))}
          </Rows>
        </Panel>
      ) : (
        <NoMatch
          title={t('partners.none')}
          clear={t('partners.clear')}
          onClear={() => onSearch({})}
        >
          {search.name ? t('partners.noneNamed') : null}
        </NoMatch>
      )}
    </>
  )
}

function Search({ countries, search, onSearch }: DirectoryProps & { countries: string[] }) {
  const { t } = useTranslation('shop')
  const { language } = useFormat()
  const regions = new Intl.DisplayNames(language, { type: 'region' })
  return (
    <FilterBar>
      <FilterSelect
        labelled
        label={t('partners.country')}
        any={t('partners.everywhere')}
        value={search.name ? undefined : search.country}
        options={countries.map((code) => ({ value: code, label: regions.of(code) ?? code }))}
        onChange={(country) => onSearch({ country })}
      />
      <SearchField
        labelled
        label={t('partners.name')}
        value={search.name ?? ''}
        onFind={(name) => onSearch(name ? { name } : {})}
      />
    </FilterBar>
  )
}
