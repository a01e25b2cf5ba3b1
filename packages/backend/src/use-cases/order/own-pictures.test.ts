import type { OpenId } from '@pay/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryFiles } from '../../adapters/memory/memory-files.ts'
import { isUploaded, pictureTrouble, uploadFolder } from './own-pictures.ts'

const deps = { files: memoryFiles('env-1') }
const li = 'oLi00000000000000000000000aa' as OpenId
const wang = 'oWang000000000000000000000aa' as OpenId
const mine = `cloud://env-1.bucket-2/${uploadFolder(li)}/a.jpg`
const refused = (fileId: string) => pictureTrouble(deps, li, 'pictures', [mine, fileId])?.refusal

test('a person names pictures of his own folder', () => {
  expect(uploadFolder(li)).toMatch(/^evidence\/[0-9A-Z]{26}$/)
  expect(uploadFolder(li)).not.toBe(uploadFolder(wang))
  expect(pictureTrouble(deps, li, 'pictures', [])).toBeUndefined()
  expect(pictureTrouble(deps, li, 'pictures', [mine, mine.replace('a.jpg', 'sub/b.jpg')])).toBeUndefined()
})

test('of no other person, folder or environment, however it is written', () => {
  const message = "takes a file id of the caller's own folder"
  for (const wrong of [
    `cloud://env-1.bucket-2/${uploadFolder(wang)}/a.jpg`,
    'cloud://env-1.bucket-2/bills/20261121.csv',
    `cloud://env-2.bucket-2/${uploadFolder(li)}/a.jpg`,
    `cloud://env-1/${uploadFolder(li)}/a.jpg`,
    `cloud://env-1.bucket-2/x/${uploadFolder(li)}/a.jpg`,
    `cloud://env-1.bucket-2/${uploadFolder(li)}`,
    `cloud://env-1.bucket-2/${uploadFolder(li)}x/a.jpg`,
    `cloud://env-1.bucket-2/${uploadFolder(li)}/../../bills/a.jpg`,
    'https://example.com/a.jpg',
    '',
  ])
    expect(refused(wrong)).toEqual({ code: 'BAD_INPUT', path: 'pictures.1', message })
})

test('only what somebody uploaded is ever shown', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(isUploaded(deps, `cloud://env-1.b${path}`)).toBe(/^\/evidence\/./.test(path) && !path.includes('/..'))
    }),
  )
  expect(isUploaded(deps, mine)).toBe(true)
  expect(isUploaded(deps, 'cloud://env-1.bucket-2/bills/20261121.csv')).toBe(false)
})
