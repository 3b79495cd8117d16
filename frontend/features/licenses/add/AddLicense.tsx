import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
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
  const { t } = useTranslation('licenses')
  const { proof, setProof, codeError, fileError, problem, submit, sending } = useAddLicense(onAdded)
  return (
    <DialogForm
      confirm={t('add.submit')}
      busy={sending}
      error={problem}
      onSubmit={submit}
      onCancel={onClose}
    >
      <LicenseProof value={proof} onChange={setProof} codeError={codeError} fileError={fileError} />
    </DialogForm>
  )
}
