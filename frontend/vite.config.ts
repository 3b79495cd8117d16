import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const alias = {
  '@shared': here('./shared'),
  '@features': here('./features'),
  '@locales': here('./locales'),
}

/**
 * Two apps over the same features; each is built alone, so neither loads the other's chunks. What
 * `shared` or more chunks have in common is one file: dozens of tiny ones compress badly, and each
 * is a request. In the portal that file holds less: few go there for more than one page.
 */
const APPS: Record<string, { base: string; port: number; shared: number }> = {
  portal: { base: '/', port: 5173, shared: 12 },
  console: { base: '/console/', port: 5174, shared: 6 },
}

/** `mode` is the app's name; index.html names its entry by it. */
export default defineConfig(({ mode }) => {
  const app = APPS[mode]
  if (!app) throw new Error(`no such app: ${mode}`)
  const backend = process.env.KONTOR_PUBLIC_URL ?? 'http://localhost:8000'
  return {
    root: here('.'),
    base: app.base,
    publicDir: here('./public'),
    cacheDir: here(`./node_modules/.vite-${mode}`),
    optimizeDeps: { entries: [`apps/${mode}/main.tsx`] },
    plugins: [react()],
    resolve: { alias },
    build: {
      outDir: here(`./dist/${mode}`),
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'base', minShareCount: app.shared }] } },
      },
    },
    worker: { format: 'es' },
    server: {
      port: app.port,
      strictPort: true,
      proxy: { '/api': backend, '/dev': backend },
    },
  }
})
