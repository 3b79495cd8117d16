import type { License, LicenseStatus } from '@shared/api/types'

/** The API's description has one "Status" for licenses and requests; this is the license's. */
export function licenseStatus({ status }: Pick<License, 'status'>): LicenseStatus {
  return status as string as LicenseStatus
}
