import { useConfig } from '@shared/api/config'
import classes from './Brand.module.css'

/** The vendor's logo, or its name where it has none. */
export function Brand({ app }: { app?: string }) {
  const { vendor } = useConfig()
  return (
    <span className={classes.brand}>
      {vendor.logo_url ? (
        <img src={vendor.logo_url} alt={vendor.name} className={classes.logo} />
      ) : (
        <>
          <span className={classes.mark} aria-hidden>
            {vendor.name.charAt(0)}
          </span>
          <span className={classes.name}>{vendor.name}</span>
        </>
      )}
      {app ? <span className={classes.app}>{app}</span> : null}
    </span>
  )
}
