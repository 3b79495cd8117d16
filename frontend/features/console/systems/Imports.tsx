import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleX, Clock, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { DropArea } from '@shared/ui/DropArea'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Moment } from '@shared/ui/Times'
import {
  askImport,
  importsKey,
  importsQuery,
  isGoingOn,
  type OrderImport,
  saveReport,
} from './imports'
import classes from './Systems.module.css'

interface ImportsProps {
  /** Brings the file up; answers its key. Uploads are another feature. */
  send: (file: File) => Promise<string>
}

/** Order exports by upload (LIC-18): what went in, and what was wrong in which line. */
export function Imports({ send }: ImportsProps) {
  const { t } = useTranslation('systems')
  const queryClient = useQueryClient()
  const imports = useQuery(importsQuery)
  const sending = useMutation({
    mutationFn: async (file: File) => askImport(await send(file), crypto.randomUUID()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: importsKey }),
  })
  return (
    <Panel flush title={t('import.title')}>
      <div className={classes.head}>
        <Quiet>{t('import.about')}</Quiet>
        <DropArea
          label={t('import.file')}
          accept=".csv,text/csv"
          hint={sending.isPending ? t('import.sending') : t('import.hint')}
          disabled={sending.isPending}
          onFiles={([file]) => file && sending.mutate(file)}
        />
        {sending.error ? <Problem error={sending.error} /> : null}
        {imports.isPending ? <Loading inside /> : null}
        {imports.isError && !imports.data ? (
          <Problem error={imports.error} retry={() => void imports.refetch()} />
        ) : null}
      </div>
      {imports.data?.items.length === 0 ? <NoRows>{t('import.none')}</NoRows> : null}
      <Rows label={t('import.list')}>
        {imports.data?.items.map((one) => (
          <ImportRow key={one.id} one={one} />
        ))}
      </Rows>
    </Panel>
  )
}

function ImportRow({ one }: { one: OrderImport }) {
  const { t } = useTranslation('systems')
  const saving = useMutation({ mutationFn: saveReport })
  const report = (
    <Button
      size="xs"
      variant="default"
      loading={saving.isPending}
      onClick={() => saving.mutate(one)}
    >
      {t('import.report')}
    </Button>
  )
  return (
    <Row acts={one.bad > 0 && !isGoingOn(one) ? report : null}>
      <RowName>
        <bdi>{one.file_name}</bdi>
        <StateChip one={one} />
      </RowName>
      <span aria-live={isGoingOn(one) ? 'polite' : undefined}>
        <Quiet>
          {t('import.new', { count: one.new })} · {t('import.known', { count: one.known })} ·{' '}
          {t('import.bad', { count: one.bad })}
        </Quiet>
      </span>
      <Quiet>
        {t('import.askedBy', { name: one.asked_by })} <Moment value={one.created_at} />
        {one.reason ? ` · ${t('import.gone')}` : null}
      </Quiet>
      {saving.error ? <Problem error={saving.error} /> : null}
    </Row>
  )
}

function StateChip({ one }: { one: OrderImport }) {
  const { t } = useTranslation('systems')
  switch (one.state) {
    case 'waiting':
      return (
        <Chip tone="quiet" icon={Clock}>
          {t('import.state.waiting')}
        </Chip>
      )
    case 'running':
      return (
        <Chip tone="info" icon={LoaderCircle}>
          {t('import.state.running')}
        </Chip>
      )
    case 'failed':
      return (
        <Chip tone="danger" icon={CircleX}>
          {t('import.state.failed')}
        </Chip>
      )
    case 'done':
      return one.bad > 0 ? (
        <Chip tone="warning" icon={TriangleAlert}>
          {t('import.state.partly')}
        </Chip>
      ) : (
        <Chip tone="success" icon={CircleCheck}>
          {t('import.state.done')}
        </Chip>
      )
  }
}
