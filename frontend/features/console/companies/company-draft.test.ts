import { expect, test } from 'vitest'
import { ApiError } from '@shared/api/problem'
import { changeOf, draftOf, rebased, refusedBranches } from './company-draft'

const owner = (id: string) => ({
  id,
  name: 'Mara Lind',
  email: 'mara@nordwerk.example',
  country: 'DE',
  owner: true,
  rights: [],
  branch: null,
  joined_at: '2026-01-01T00:00:00Z',
  stopped_for: null,
})
const before = { name: 'Nordwerk', branches: ['Kiel'], owner: owner('mara'), version: 3 }
const now = { name: 'Ostwerk', branches: ['Kiel', 'Graz'], owner: owner('jonas'), version: 4 }

test('what nobody touched stays as it is', () => {
  const nothing = { name: null, branches: null, owner_id: null, version: 3 }
  expect(changeOf(draftOf(before), before)).toEqual(nothing)
  expect(changeOf({ name: ' Nordwerk ', branches: '\nKiel \n', owner: '' }, before)).toEqual(
    nothing,
  )
})

test('what was typed survives a change by somebody else', () => {
  const typed = { ...draftOf(before), branches: 'Kiel\nUlm' }
  expect(rebased(typed, before, now)).toEqual({ name: 'Ostwerk', branches: 'Kiel\nUlm', owner: '' })
  expect(changeOf(rebased(typed, before, now), now)).toEqual({
    name: null,
    branches: ['Kiel', 'Ulm'],
    owner_id: null,
    version: 4,
  })
})

test('whoever has become the owner meanwhile is not made it again', () => {
  expect(rebased({ ...draftOf(before), owner: 'jonas' }, before, now).owner).toBe('')
  expect(rebased({ ...draftOf(before), owner: 'ida' }, before, now).owner).toBe('ida')
})

test('a refusal names the branch that it is about', () => {
  const problem = new ApiError({
    ...{ type: '', title: '', status: 422, code: 'invalid', detail: '' },
    errors: [
      { field: 'branches.1', code: 'branch_twice', detail: 'It is there already.' },
      { field: 'branches', code: 'branch_in_use', detail: 'Ulm has people.' },
      { field: 'name', code: 'empty', detail: 'Required.' },
    ],
  })
  const say = (branch: string, detail: string) => `${branch}: ${detail}`
  const said = refusedBranches(problem, ['Kiel', 'K'.repeat(50)], say)
  expect(said).toBe(`${'K'.repeat(40)}…: It is there already. Ulm has people.`)
  expect(refusedBranches(null, [], say)).toBeUndefined()
})
