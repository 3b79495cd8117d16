import i18next from 'eslint-plugin-i18next'
import { importX } from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Imports run one way: shared ← features ← apps; and the two apps never see each other. */
const ONE_WAY = [
  { target: './shared', from: ['./features', './apps'] },
  { target: './features', from: './apps' },
  { target: './apps/portal', from: ['./apps/console', './features/console'] },
  { target: './apps/console', from: './apps/portal' },
  {
    target: './features/accounts',
    from: [
      './features/companies',
      './features/invitations',
      './features/licenses',
      './features/recoveries',
      './features/tickets',
    ],
  },
  { target: './features/companies', from: './features/invitations' },
  { target: './features/licenses', from: './features/tickets' },
  { target: ['./features/licenses', './features/tickets'], from: './features/recoveries' },
  {
    target: [
      './features/accounts',
      './features/licenses',
      './features/recoveries',
      './features/tickets',
    ],
    from: './features/console',
  },
]

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'shared/api/schema.d.ts'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: ONE_WAY, basePath: import.meta.dirname }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs['recommended-latest'].rules,
  },
  {
    // People's texts live in locales/, never in code.
    files: ['{apps,features,shared}/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    plugins: { i18next },
    rules: {
      'i18next/no-literal-string': [
        'error',
        {
          mode: 'jsx-only',
          'jsx-attributes': {
            include: [
              '^aria-label$',
              '^aria-description$',
              '^alt$',
              '^title$',
              '^label$',
              '^placeholder$',
              '^description$',
            ],
          },
          callees: { exclude: ['.*'] },
          words: { exclude: ['^[^\\p{L}]+$'] },
        },
      ],
    },
  },
  { files: ['*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
