import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@shared/ui/EmptyState'
import { SearchInput } from '@shared/ui/filter/SearchInput'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Quiet } from '@shared/ui/Rows'
import { searchLicenses } from './desk'
import { type LicenseLink, LicenseRows } from './LicenseRows'

/**
 * Finds licenses. What was typed stays in this field alone, because it may be a code. `start` is
 * shown until something was looked for.
 */
export function SearchLicenses({ link, start }: { link: LicenseLink; start: ReactNode }) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState('')
  const search = useMutation({ mutationFn: searchLicenses })
  const found = search.data
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
          onChange={({ currentTarget }) => setText(currentTarget.value)}
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
