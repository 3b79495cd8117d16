import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companyPeopleQuery } from './companies'

const PAUSE_MS = 250

/** A company's people, found as one types; `many` says whether they are more than one page. */
export function usePeople(companyId: string) {
  const [find, setFind] = useState('')
  const [wanted] = useDebouncedValue(find.trim(), PAUSE_MS)
  const everybody = useInfiniteQuery(companyPeopleQuery(companyId))
  const list = useInfiniteQuery({
    ...companyPeopleQuery(companyId, wanted),
    placeholderData: keepPreviousData,
  })
  const pages = everybody.data?.pages.length ?? 0
  return { list, find, setFind, many: everybody.hasNextPage || pages > 1 }
}
