/**
 * Adds up the gzipped JavaScript that somebody's first page loads: the entry, what it imports, the
 * frame, the route's own chunk, and the texts of one language. Fails above the app's budget
 * (kilobytes as 1,000 bytes).
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LANGUAGE = 'de'
const APPS = {
  portal: {
    budget: 200_000,
    texts: ['common', 'accounts', 'licenses'],
    frame: { chunk: 'PortalFrame.tsx', texts: ['tickets'] },
    open: { SignInPage: [], RegisterPage: [] },
    framed: { RequestsPage: [], RequestPage: [], NewRequestPage: [], LicensesPage: [] },
  },
  // Staff have it open all day: what a page brings along is there for the next one.
  console: {
    budget: 215_000,
    texts: ['common', 'accounts', 'console'],
    frame: { chunk: 'ConsoleFrame.tsx', texts: [] },
    open: { SignInPage: [] },
    framed: {
      QueuePage: ['tickets'],
      RequestPage: ['tickets', 'customers'],
      LicensesPage: ['desk', 'licenses'],
      LicensePage: ['desk', 'devices', 'licenses', 'life'],
      LicenseCheckPage: ['desk', 'licenses'],
    },
  },
}

function chunksOf(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key].imports ?? []) chunksOf(manifest, imported, seen)
  return seen
}

function weigh(app, manifest, keys) {
  const files = new Set([...keys].map((key) => manifest[key].file).filter((f) => f.endsWith('.js')))
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(`dist/${app}/${file}`), { level: 9 }).length,
  )
  return { count: files.size, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

function find(manifest, ending) {
  const key = Object.keys(manifest).find((name) => name.endsWith(ending))
  if (!key) throw new Error(`not in the build: ${ending}`)
  return key
}

/** Neither app may load what belongs to the other; imports at the top are the lint's business. */
const STRANGERS = { portal: /^(apps|features)\/console\//, console: /^apps\/portal\// }

function weighPage(app, manifest, page, texts, frame) {
  const named = texts.map((name) => `locales/${LANGUAGE}/${name}.json`)
  const wanted = [...named, `pages/${page}.tsx`, ...(frame ? [frame] : [])]
  const keys = new Set()
  for (const start of ['index.html', ...wanted.map((ending) => find(manifest, ending))])
    chunksOf(manifest, start, keys)
  return weigh(app, manifest, keys)
}

let failed = false
for (const [app, { budget, texts, frame, open, framed }] of Object.entries(APPS)) {
  const manifest = JSON.parse(readFileSync(`dist/${app}/.vite/manifest.json`, 'utf8'))
  const strangers = Object.keys(manifest).filter((key) => STRANGERS[app].test(key))
  if (strangers.length > 0) console.log(`${app} holds what is not its own: ${strangers.join(', ')}`)
  failed ||= strangers.length > 0
  const tell = (page, { count, bytes }) => {
    failed ||= bytes > budget
    const verdict = bytes > budget ? `OVER ${budget / 1000} KB` : 'ok'
    console.log(
      `${app} ${page}: ${(bytes / 1000).toFixed(1)} KB gzip in ${count} files  ${verdict}`,
    )
  }
  for (const [page, more] of Object.entries(open))
    tell(page, weighPage(app, manifest, page, [...texts, ...more]))
  for (const [page, more] of Object.entries(framed)) {
    const read = [...texts, ...frame.texts, ...more]
    tell(page, weighPage(app, manifest, page, read, frame.chunk))
  }
}
process.exit(failed ? 1 : 0)
