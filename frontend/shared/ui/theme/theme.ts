import { createTheme, type CSSVariablesResolver } from '@mantine/core'
import { brandScale, DARK_LINK_SHADE, FILLED_SHADE, grayScale, nightScale } from './palette'

const SANS = "'IBM Plex Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', Consolas, monospace"
const HEADINGS = {
  h1: { fontSize: '1.625rem', lineHeight: '1.25', fontWeight: '600' },
  h2: { fontSize: '1.1875rem', lineHeight: '1.35', fontWeight: '600' },
  h3: { fontSize: '1rem', lineHeight: '1.4', fontWeight: '600' },
  h4: { fontSize: '0.9375rem', lineHeight: '1.4', fontWeight: '600' },
  h5: { fontSize: '0.9375rem', lineHeight: '1.4', fontWeight: '600' },
  h6: { fontSize: '0.9375rem', lineHeight: '1.4', fontWeight: '600' },
}

/** `showPassword` names the eye beside a password, which Mantine names in English. */
export function themeFor(primary: string, showPassword: string) {
  return createTheme({
    colors: { brand: brandScale(primary), gray: grayScale(primary), dark: nightScale(primary) },
    primaryColor: 'brand',
    primaryShade: FILLED_SHADE,
    black: grayScale(primary)[9],
    fontFamily: SANS,
    fontFamilyMonospace: MONO,
    headings: { fontFamily: SANS, fontWeight: '600', textWrap: 'balance', sizes: HEADINGS },
    fontSizes: {
      xs: '0.78125rem',
      sm: '0.875rem',
      md: '0.9375rem',
      lg: '1.0625rem',
      xl: '1.25rem',
    },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.6' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: { defaultProps: { size: 'sm' } },
      Modal: { defaultProps: { centered: true, radius: 'md', overlayProps: { opacity: 0.45 } } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPassword } },
      },
      Anchor: { defaultProps: { underline: 'hover' } },
    },
  })
}

/** Mantine's own defaults for these miss 4.5:1; ours keep it on every surface we use. */
export const variablesFor: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-body': theme.colors.gray[0],
    '--mantine-color-text': theme.colors.gray[9],
    '--mantine-color-dimmed': theme.colors.gray[7],
    '--mantine-color-placeholder': theme.colors.gray[6],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': theme.colors.brand?.[7] ?? '',
    '--mantine-color-default-border': theme.colors.gray[4],
  },
  dark: {
    '--mantine-color-body': theme.colors.dark[8],
    '--mantine-color-text': theme.colors.dark[0],
    '--mantine-color-dimmed': theme.colors.dark[1],
    '--mantine-color-placeholder': theme.colors.dark[2],
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': theme.colors.brand?.[DARK_LINK_SHADE] ?? '',
    '--mantine-color-default-border': theme.colors.dark[4],
  },
})
