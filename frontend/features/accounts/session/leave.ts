import { isSignedOut } from '@shared/api/problem'
import { chooseZone } from '@shared/i18n/zone'

const KEPT_BY_US = ['kontor-draft:', 'kontor-uploads:']

/**
 * Signs out, and forgets what was being written. Throws when the server could not be told, for
 * then the session is still alive.
 */
export async function leaveSession(signOut: () => Promise<void>) {
  try {
    await signOut()
  } catch (error) {
    if (!isSignedOut(error)) throw error
  }
  forgetWhatWasWritten()
  chooseZone(null)
}

/** Who signs in next in this tab reads nothing of what was being written. */
function forgetWhatWasWritten() {
  for (const key of Object.keys(sessionStorage))
    if (KEPT_BY_US.some((prefix) => key.startsWith(prefix))) sessionStorage.removeItem(key)
}
