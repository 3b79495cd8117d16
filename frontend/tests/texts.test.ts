import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }

const folder = new URL('../locales/', import.meta.url)
const [source = '', ...others] = readdirSync(folder).toSorted((one) => (one === 'en' ? -1 : 1))
const files = readdirSync(new URL(`${source}/`, folder))
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Texts

/** Every text by its path. */
function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
}

/** Languages differ in how many plural forms they have; each has its own of a text. */
const names = (texts: Map<string, string>) => [
  ...new Set([...texts.keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
]
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)|<(\w+)>/g)].map((m) => m[0])

describe.each(others)('ACC-8: the texts in %s', (language) => {
  it('stand in the same files', () => {
    expect(readdirSync(new URL(`${language}/`, folder))).toEqual(files)
  })

  describe.each(files)('%s', (file) => {
    const original = new Map(flat(read(source, file)))
    const translated = new Map(flat(read(language, file)))

    it('has the same keys', () => {
      expect(names(translated).toSorted()).toEqual(names(original).toSorted())
    })

    it('fills in the same values', () => {
      for (const [key, text] of translated)
        if (original.has(key))
          expect([key, placeholders(text).toSorted()]).toEqual([
            key,
            placeholders(original.get(key) ?? '').toSorted(),
          ])
    })

    it('has no empty text', () => {
      expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([])
    })
  })
})
