import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'

interface AsideProps {
  title: string
  children: ReactNode
}

/** Beside a public page's form: what is good to know, a few lines of it. */
export function Aside({ title, children }: AsideProps) {
  return (
    <Stack gap="sm" align="flex-start">
      <strong>{title}</strong>
      {children}
    </Stack>
  )
}
