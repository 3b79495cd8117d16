/** Opens beside the form, so that nothing filled in is lost; the text comes with the language. */
export const documentAt = (href: string) => ({
  document: (words: string) => (
    <a href={href} target="_blank" rel="noreferrer">
      {words}
    </a>
  ),
})
