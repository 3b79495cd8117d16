import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@shared': here('./shared'),
      '@features': here('./features'),
      '@locales': here('./locales'),
    },
  },
  test: {
    include: ['{apps,features,shared,tests}/**/*.test.{ts,tsx}'],
    setupFiles: ['./tests/setup.ts'],
    environment: 'node',
    testTimeout: 60_000,
    restoreMocks: true,
  },
})
