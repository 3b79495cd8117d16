import type { PortalConfig } from '@shared/api/types'

/** How short and how long a password may be: the deployment's setting. */
export const limitsOf = ({ password }: PortalConfig) => ({
  min: password.min_length,
  max: password.max_length,
})
