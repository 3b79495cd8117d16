/** The tab shows the vendor's initial on its colour, as the header does where there is no logo. */
export function showFavicon(name: string, colour: string) {
  const initial = escapeXml(name.charAt(0))
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="6" fill="${colour}"/>` +
    '<text x="16" y="23" font-family="sans-serif" font-size="20" font-weight="700"' +
    ` text-anchor="middle" fill="#fff">${initial}</text></svg>`
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (icon) icon.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
