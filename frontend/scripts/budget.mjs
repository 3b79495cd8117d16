/**
 * Adds up the gzipped JavaScript that a customer's first page loads: the entry, what it imports,
 * the route's own chunk, and one language. Fails above the budget (kilobytes as 1,000 bytes).
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 200_000
const LANGUAGE = 'de'
const APPS = {
  portal: {
    budget: BUDGET,
    texts: ['common', 'accounts', 'licenses'],
    // Behind the sign-in there are these besides.
    more: ['tickets'],
    frame: 'PortalFrame.tsx',
    open: ['SignInPage', 'RegisterPage'],
    pages: [
      'SignInPage',
      'RegisterPage',
      'RequestsPage',
      'RequestPage',
      'NewRequestPage',
      'LicensesPage',
    ],
  },
  console: {
    budget: null,
    texts: ['common', 'accounts', 'tickets', 'console'],
    pages: ['SignInPage', 'QueuePage', 'RequestPage'],
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

let failed = false
for (const [app, { budget, texts, more = [], frame, open = [], pages }] of Object.entries(APPS)) {
  const manifest = JSON.parse(readFileSync(`dist/${app}/.vite/manifest.json`, 'utf8'))
  const strangers = Object.keys(manifest).filter((key) => STRANGERS[app].test(key))
  if (strangers.length > 0) console.log(`${app} holds what is not its own: ${strangers.join(', ')}`)
  failed ||= strangers.length > 0
  for (const page of pages) {
    const within = frame && !open.includes(page)
    const named = within ? [...texts, ...more] : texts
    const shared = named.map((name) => find(manifest, `locales/${LANGUAGE}/${name}.json`))
    const keys = new Set()
    const starts = ['index.html', ...shared, find(manifest, `pages/${page}.tsx`)]
    if (within) starts.push(find(manifest, frame))
    for (const start of starts) chunksOf(manifest, start, keys)
    const { count, bytes } = weigh(app, manifest, keys)
    const over = budget !== null && bytes > budget
    failed ||= over
    const verdict = budget === null ? '' : over ? `  OVER ${budget / 1000} KB` : '  ok'
    console.log(`${app} ${page}: ${(bytes / 1000).toFixed(1)} KB gzip in ${count} files${verdict}`)
  }
}
process.exit(failed ? 1 : 0)
