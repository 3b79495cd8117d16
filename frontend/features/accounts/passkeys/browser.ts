import type { PasskeyMade, PasskeyOffer, PasskeyShown, PasskeyWanted } from '@shared/api/types'

/** Whether this browser can keep and show passkeys. */
export const knowsPasskeys = () => typeof globalThis.PublicKeyCredential === 'function'

/** The person closed the browser's window, or let its time run out: nothing to report. */
export function wasLeft(error: unknown): boolean {
  return error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)
}

/** This device holds a passkey for the account already. */
export function isThereAlready(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}

const ES256 = -7
const EDDSA = -8
const RS256 = -257

export async function makePasskey(wanted: PasskeyWanted, site: string): Promise<PasskeyMade> {
  const credential = (await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(wanted.token),
      rp: { id: wanted.rp_id, name: site },
      user: {
        id: bytesOf(wanted.user_id),
        name: wanted.user_name,
        displayName: wanted.display_name,
      },
      pubKeyCredParams: [ES256, EDDSA, RS256].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      excludeCredentials: wanted.known.map(descriptor),
      attestation: 'none',
    },
  })) as PublicKeyCredential
  const response = credential.response as AuthenticatorAttestationResponse
  return {
    credential_id: credential.id,
    client_data_json: toBase64(response.clientDataJSON),
    attestation_object: toBase64(response.attestationObject),
    transports: response.getTransports().slice(0, 10),
  }
}

export async function showPasskey(offer: PasskeyOffer): Promise<PasskeyShown> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(offer.token),
      rpId: offer.rp_id,
      allowCredentials: offer.allowed.map(descriptor),
      userVerification: 'required',
    },
  })) as PublicKeyCredential
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    credential_id: credential.id,
    client_data_json: toBase64(response.clientDataJSON),
    authenticator_data: toBase64(response.authenticatorData),
    signature: toBase64(response.signature),
    user_handle: response.userHandle ? toBase64(response.userHandle) : null,
  }
}

const descriptor = (id: string) => ({ type: 'public-key' as const, id: fromBase64(id) })

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Base64url without padding, as WebAuthn's JSON has it. */
export function toBase64(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}
