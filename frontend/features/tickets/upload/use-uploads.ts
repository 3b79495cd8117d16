import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConfig } from '@shared/api/config'
import type { UploadApi } from './core/api'
import { createHasher } from './core/hasher'
import { putPart } from './core/put-part'
import type { Tools } from './core/send-part'
import { sleep } from './core/sleep'
import { UploadList } from './upload-list'

interface UploadsOptions {
  api: UploadApi
  /** The request that the files are for; null while it is being written. */
  ticketId: string | null
  /** Names the form in this tab. */
  slot: string
  /** Where the form takes one application, and no more. */
  application?: boolean
}

/** The files of one form, and what earlier visits left unfinished. */
export function useUploads({ api, ticketId, slot, application }: UploadsOptions) {
  const { limits } = useConfig()
  const queryClient = useQueryClient()
  const [tools] = useState(lazyTools)
  const [list] = useState(
    () =>
      new UploadList({
        api,
        tools,
        ticketId,
        slot,
        limits: {
          files: application ? 1 : limits.files_per_message,
          bytes: application ? limits.application_bytes : limits.file_bytes,
          parallel: limits.parallel_parts,
        },
      }),
  )
  useSyncExternalStore(list.subscribe, list.snapshot)
  useEffect(
    () => () => {
      list.leave()
      tools.close()
    },
    [list, tools],
  )
  useWarningBeforeUnload(list.isBusy())
  const queryKey = ['uploads', slot]
  const unfinished = useQuery({ queryKey, queryFn: api.unfinished, staleTime: 0 }).data ?? []
  const earlier = unfinished.filter(
    ({ key, ticket_id }) => !list.has(key) && (ticket_id === null || ticket_id === ticketId),
  )
  return {
    list,
    earlier,
    add: (files: File[]) => void list.add(files, earlier),
    attach: list.attach.bind(list),
    remove: list.remove.bind(list),
    forget: async (upload: { key: string; uploadId: string }) => {
      await api.abort(upload)
      await queryClient.invalidateQueries({ queryKey })
    },
  }
}

export type Uploads = ReturnType<typeof useUploads>

/** The worker is made with the first file: most messages have none. */
function lazyTools(): Tools & { close: () => void } {
  let hasher: ReturnType<typeof createHasher> | null = null
  return {
    digest: (blob) => (hasher ??= createHasher()).digest(blob),
    put: putPart,
    sleep,
    random: Math.random,
    now: () => performance.now(),
    close() {
      hasher?.close()
      hasher = null
    },
  }
}

/** The browser asks before it closes a tab that is sending. */
function useWarningBeforeUnload(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [busy])
}
