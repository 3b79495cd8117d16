import { chosenLanguage, currentLanguage, LANGUAGES } from '@shared/i18n/language'
import { showLanguage } from '@shared/i18n/start'
import { chooseZone } from '@shared/i18n/zone'
import type { Chosen } from './session'

/**
 * What the account says of language and zone, before its first page is drawn (ACC-8). A language
 * that was chosen on this device stays: somebody wanted it here.
 */
export async function adopt({ language, zone }: Chosen) {
  chooseZone(zone)
  const wanted = chosenLanguage() ?? language
  if (wanted !== currentLanguage() && LANGUAGES.includes(wanted)) await showLanguage(wanted)
}
