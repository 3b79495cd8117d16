import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleSlash, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import { Day } from '@shared/ui/Times'
import { MakeToken } from './MakeToken'
import { revokeToken, type Token, tokensKey, tokensQuery } from './tokens'

/** The tokens of the vendor's shop and ERP (NOT-6). */
export function Tokens() {
  const { t } = useTranslation('systems')
  const tokens = useQuery(tokensQuery)
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  return (
    <Panel
      flush
      title={t('token.title')}
      aside={
        <Button
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setMaking(true)}
        >
          {t('token.make')}
        </Button>
      }
    >
      {tokens.isPending ? <Loading inside /> : null}
      {tokens.isError && !tokens.data ? (
        <Problem error={tokens.error} retry={() => void tokens.refetch()} />
      ) : null}
      {tokens.data?.items.length === 0 ? <NoRows>{t('token.none')}</NoRows> : null}
      <Rows>
        {tokens.data?.items.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
        ))}
      </Rows>
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
      {revoking ? <Revoke token={revoking} onDone={() => setRevoking(null)} /> : null}
    </Panel>
  )
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t } = useTranslation('systems')
  const format = useFormat()
  const revoke = (
    <Button
      size="xs"
      variant="default"
      aria-label={t('token.revokeNamed', { name: token.name })}
      onClick={onRevoke}
    >
      {t('token.revoke')}
    </Button>
  )
  return (
    <Row acts={token.living ? revoke : null}>
      <RowName>
        {token.name}
        <Chip
          tone={token.living ? 'success' : 'quiet'}
          icon={token.living ? CircleCheck : CircleSlash}
        >
          {token.living ? t('token.living') : t(token.revoked_at ? 'token.revoked' : 'token.over')}
        </Chip>
      </RowName>
      <Quiet code>{token.scopes.join(' · ')}</Quiet>
      <Quiet>
        {t('token.madeBy', { name: token.created_by, date: format.date(token.created_at) })}
        {' · '}
        {t('token.until')} <Day value={token.ends_on} />
        {' · '}
        {token.last_used_on
          ? t('token.lastUsed', { date: format.day(token.last_used_on) })
          : t('token.neverUsed')}
      </Quiet>
    </Row>
  )
}

function Revoke({ token, onDone }: { token: Token; onDone: () => void }) {
  const { t } = useTranslation('systems')
  const queryClient = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: () => {
      onDone()
      return queryClient.invalidateQueries({ queryKey: tokensKey })
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('token.revokeNamed', { name: token.name })}
      confirmLabel={t('token.revoke')}
      busy={revoking.isPending}
      error={revoking.error}
      onConfirm={() => revoking.mutate()}
      onCancel={onDone}
    >
      {t('token.revokeDetail')}
    </ConfirmDialog>
  )
}
