import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@shared/api/client'
import { toBase64 } from '@shared/files'
import { DropArea } from '@shared/ui/DropArea'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { CompanyLogo } from './CompanyLogo'
import classes from './Journeys.module.css'

const setLogo = async (file: File) =>
  answer(api.PUT('/api/company/logo', { body: { content_base64: await toBase64(file) } }))

/** COM-7: judged by the server, whose reason stands at the field. */
export function LogoPanel({ version, name }: { version: string | null; name: string }) {
  const { t } = useTranslation('journeys')
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['me'] })
  const setting = useMutation({ mutationFn: setLogo, onSuccess })
  const dropping = useMutation({
    mutationFn: () => answer(api.DELETE('/api/company/logo')),
    onSuccess,
  })
  const { fields, rest } = sortErrors(setting.error, ['content_base64'])
  return (
    <Panel title={t('logo.title')}>
      <div className={classes.ask}>
        {version ? (
          <Group gap="md">
            <CompanyLogo version={version} name={name} />
            <Button
              size="xs"
              variant="default"
              loading={dropping.isPending}
              onClick={() => dropping.mutate()}
            >
              {t('logo.remove')}
            </Button>
          </Group>
        ) : null}
        {(rest ?? dropping.error) ? <Problem error={rest ?? dropping.error} /> : null}
        <DropArea
          label={t('logo.choose')}
          accept="image/png,image/jpeg,image/gif"
          disabled={setting.isPending}
          error={fields.content_base64}
          hint={t('logo.hint')}
          onFiles={([file]) => {
            if (file) setting.mutate(file)
          }}
        />
      </div>
    </Panel>
  )
}
