import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const alias = {
  '@shared': here('./shared'),
  '@features': here('./features'),
  '@locales': here('./locales'),
}

/** Two apps over the same features; each is built alone, so neither loads the other's chunks. */
const BASES: Record<string, string> = { portal: '/', console: '/console/' }
const DEV_PORTS: Record<string, number> = { portal: 5173, console: 5174 }

/** What a dozen chunks share is one file: dozens of tiny ones compress badly, and each is a request. */
const BASE = { name: 'base', minShareCount: 12 }

/** `mode` is the app's name; index.html names its entry by it. */
export default defineConfig(({ mode: app }) => {
  if (!(app in BASES)) throw new Error(`no such app: ${app}`)
  const backend = process.env.KONTOR_PUBLIC_URL ?? 'http://localhost:8000'
  return {
    root: here('.'),
    base: BASES[app],
    publicDir: here('./public'),
    cacheDir: here(`./node_modules/.vite-${app}`),
    optimizeDeps: { entries: [`apps/${app}/main.tsx`] },
    plugins: [react()],
    resolve: { alias },
    build: {
      outDir: here(`./dist/${app}`),
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: [BASE] } } },
    },
    worker: { format: 'es' },
    server: {
      port: DEV_PORTS[app],
      strictPort: true,
      proxy: { '/api': backend, '/dev': backend },
    },
  }
})
