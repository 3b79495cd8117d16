import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companyPeopleQuery } from './companies'

/** A company's people, and who is looked for; `many` says whether they are more than one page. */
export function usePeople(companyId: string) {
  const [find, setFind] = useState('')
  const everybody = useInfiniteQuery(companyPeopleQuery(companyId))
  const list = useInfiniteQuery({
    ...companyPeopleQuery(companyId, find),
    placeholderData: keepPreviousData,
  })
  const pages = everybody.data?.pages.length ?? 0
  return { list, find, setFind, many: everybody.hasNextPage || pages > 1 }
}
