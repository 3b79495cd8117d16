import { useQuery } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import classes from './Journeys.module.css'

interface CompanyLogoProps {
  /** Each version is asked for once. */
  version: string
  name: string
}

/** The company's logo on a light ground, so that a transparent one is seen in the dark, too. */
export function CompanyLogo({ version, name }: CompanyLogoProps) {
  const logo = useQuery({
    queryKey: ['company-logo', version],
    queryFn: () => answer(api.GET('/api/company/logo')),
    staleTime: Infinity,
    retry: false,
  }).data
  if (!logo) return null
  const source = `data:${logo.content_type};base64,${logo.content_base64}`
  return <img className={classes.logo} src={source} alt={name} />
}
