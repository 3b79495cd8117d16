import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { isThereAlready, makePasskey, wasLeft } from '../../passkeys/browser'
import type { SelfApi } from '../self-api'

/** Makes a passkey in this browser and keeps it; answers the recovery codes that came with it. */
export function useAddPasskey(self: SelfApi) {
  const { t } = useTranslation('self')
  const { vendor } = useConfig()
  return async (name: string, password: string | null): Promise<string[] | null> => {
    const wanted = await self.wantPasskey(password)
    try {
      const credential = await makePasskey(wanted, vendor.name)
      const kept = { token: wanted.token, name: name.trim() || t('passkey.unnamed'), credential }
      return (await self.addPasskey(kept)).recovery_codes
    } catch (error) {
      if (wasLeft(error)) return null
      throw isThereAlready(error) ? new PasskeyThere() : error
    }
  }
}

/** The device holds one for this account already, and keeps no second. */
export class PasskeyThere extends Error {
  override readonly name = 'PasskeyThere'
}
