import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { SearchInput } from '@shared/ui/filter/SearchInput'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Quiet } from '@shared/ui/Rows'
import { lastSearchKey, searchLicenses } from './desk'
import { type LicenseLink, LicenseRows } from './LicenseRows'

interface LastSearch {
  text: string
  found: Awaited<ReturnType<typeof searchLicenses>>
}

/**
 * Finds licenses. What was typed may be a code: it stands in this field and in this tab's memory,
 * for who comes back from a license, and in no address. `start` is shown until something was
 * looked for.
 */
export function SearchLicenses({ link, start }: { link: LicenseLink; start: ReactNode }) {
  const { t } = useTranslation('desk')
  const queryClient = useQueryClient()
  const last = queryClient.getQueryData<LastSearch>(lastSearchKey)
  const [text, setText] = useState(last?.text ?? '')
  const search = useMutation({
    mutationFn: searchLicenses,
    onSuccess: (found, sought) => queryClient.setQueryData(lastSearchKey, { text: sought, found }),
  })
  const found = search.data ?? last?.found
  return (
    <>
      <form
        role="search"
        style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', marginBottom: '1rem' }}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) search.mutate(text.trim())
        }}
      >
        <SearchInput
          style={{ flex: '1 1 16rem', maxWidth: '30rem' }}
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            if (currentTarget.value) return
            search.reset()
            queryClient.removeQueries({ queryKey: lastSearchKey })
          }}
        />
        <Button type="submit" loading={search.isPending}>
          {t('find.submit')}
        </Button>
      </form>
      {search.error ? <Problem error={search.error} /> : null}
      {found?.by ? (
        <p role="status">
          <Quiet>{t(`find.by.${found.by}`)}</Quiet>
        </p>
      ) : null}
      {found && found.items.length > 0 ? (
        <Panel flush>
          <LicenseRows rows={found.items} label={t('find.title')} link={link} />
        </Panel>
      ) : null}
      {found?.items.length === 0 ? (
        <EmptyState icon={SearchX} title={t('find.none')}>
          {t('find.noneDetail')}
        </EmptyState>
      ) : null}
      {!found && !search.error ? start : null}
    </>
  )
}
