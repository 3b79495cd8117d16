import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegistrationForm } from '@features/accounts/registration/RegistrationForm'
import { LicenseProof } from '@features/licenses/keys/LicenseProof'
import { gapInProof, NO_PROOF, type ProofGap, sentProof } from '@features/licenses/keys/proof'
import type { Registration } from '@shared/api/types'

interface RegisterWithProofProps {
  onRegistered: (email: string) => void
  send?: (body: Registration, intent: string) => Promise<unknown>
  submitLabel?: string
}

/** The registration form with its field for a code or key file. */
export function RegisterWithProof(props: RegisterWithProofProps) {
  const { t } = useTranslation('licenses')
  const [proof, setProof] = useState(NO_PROOF)
  const [gap, setGap] = useState<ProofGap | null>(null)
  const readProof = async () => {
    const found = gapInProof(proof)
    setGap(found)
    return found ? null : sentProof(proof)
  }
  const gapText = gap ? t(`proof.gap.${gap.gap}`, { ...gap }) : undefined
  return (
    <RegistrationForm
      {...props}
      readProof={readProof}
      proofField={(errors) => (
        <LicenseProof
          value={proof}
          onChange={(value) => {
            setProof(value)
            setGap(null)
          }}
          codeError={gapText ?? errors.code}
          fileError={gapText ?? errors.file}
        />
      )}
    />
  )
}
