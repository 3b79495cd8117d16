import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type LinkParts<Props> = Props &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> }

/** Mantine's looks with the router's typed addresses. */
export const AnchorLink = createLink((props: LinkParts<AnchorProps>) => <Anchor {...props} />)
export const ButtonLink = createLink((props: LinkParts<ButtonProps>) => (
  <Button component="a" {...props} />
))
