import {
  convertCssVariables,
  type CSSVariablesResolver,
  deepMerge,
  defaultCssVariablesResolver,
  type MantineTheme,
  useMantineTheme,
} from '@mantine/core'
import { useInsertionEffect } from 'react'
import { variablesFor } from './theme'

type Variables = ReturnType<CSSVariablesResolver>

/**
 * Mantine's variables, put on the page by script. Mantine itself would draw a <style> element, for
 * which the page's policy would have to allow styles in markup, a stranger's included.
 */
export function ThemeVariables() {
  const theme = useMantineTheme()
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(sheetOf(theme))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [theme])
  return null
}

function sheetOf(theme: MantineTheme): string {
  const defaults = defaultCssVariablesResolver(theme)
  return convertCssVariables(deepMerge(defaults, variablesFor(theme)) as Variables)
}
