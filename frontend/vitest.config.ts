import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { alias } from './vite.config.ts'

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  test: {
    include: ['{apps,features,shared,tests}/**/*.test.{ts,tsx}'],
    setupFiles: ['./tests/setup.ts'],
    environment: 'node',
    testTimeout: 60_000,
    restoreMocks: true,
  },
})
