import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { Dialog } from '@shared/ui/Dialog'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { LicenseProof } from '../keys/LicenseProof'
import { useAddLicense } from './use-add-license'

interface AddLicenseProps {
  opened: boolean
  onClose: () => void
  onAdded: (license: License) => void
}

export function AddLicense({ opened, onClose, onAdded }: AddLicenseProps) {
  const { t } = useTranslation('licenses')
  return (
    <Dialog opened={opened} title={t('add.title')} onClose={onClose}>
      <AddLicenseForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  )
}

/** Inside the dialog, so that each opening starts with an empty form. */
function AddLicenseForm({ onClose, onAdded }: Omit<AddLicenseProps, 'opened'>) {
  const { t } = useTranslation(['licenses', 'common'])
  const { proof, setProof, codeError, fileError, problem, submit, sending } = useAddLicense(onAdded)
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <FormProblem error={problem} />
        <LicenseProof
          value={proof}
          onChange={setProof}
          codeError={codeError}
          fileError={fileError}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={sending}>
            {t('add.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
