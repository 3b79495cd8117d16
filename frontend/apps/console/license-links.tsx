import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export const licenseLink = (id: string, content: ReactNode) => (
  <Link to="/licenses/$id" params={{ id }}>
    {content}
  </Link>
)

export const companyLink = (id: string, content: ReactNode) => (
  <Link to="/companies/$id" params={{ id }}>
    {content}
  </Link>
)
