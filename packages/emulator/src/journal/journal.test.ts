import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { DataFolderError, fileJournal } from './file-journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
const fresh = () => join(folder, `${count++}.log`)
const write = (file: string, records: readonly unknown[]) => {
  const journal = fileJournal(file, () => {})
  for (const record of records) journal.append(record)
  journal.close()
}
const read = (file: string, notes: string[] = []) => fileJournal(file, (line) => notes.push(line)).replay()

describe('a journal', () => {
  it('gives back what was appended, and what replaced it', () => {
    const file = fresh()
    write(file, [{ a: '茶\n' }, [1, null]])
    expect(read(file)).toEqual([{ a: '茶\n' }, [1, null]])
    const journal = fileJournal(file, () => {})
    journal.rewrite(['only'])
    journal.append('more')
    journal.close()
    expect(read(file)).toEqual(['only', 'more'])
  })

  it('refuses damage in the middle, naming file, line and remedy', () => {
    const file = fresh()
    write(file, ['one', 'two', 'three'])
    writeFileSync(file, readFileSync(file, 'utf8').replace('two', 'tWo'))
    expect(() => read(file)).toThrow(DataFolderError)
    expect(() => read(file)).toThrow(/damaged at line 2: restore it from a copy, or delete it/)
    const garbage = fresh()
    writeFileSync(garbage, 'not a journal\n')
    expect(() => read(garbage)).toThrow(/damaged at line 1/)
  })

  it('goes on after an unfinished record as if it had never been', () => {
    const file = fresh()
    write(file, ['one'])
    appendFileSync(file, '12345678 "tw')
    const notes: string[] = []
    expect(read(file, notes)).toEqual(['one'])
    expect(notes).toEqual([expect.stringContaining('cut off an unfinished last record of 12 bytes')])
    write(file, ['two'])
    expect(read(file)).toEqual(['one', 'two'])
  })

  it('law: cut anywhere, the records before the cut are there, whole, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (records, share) => {
          const file = fresh()
          write(file, records)
          const bytes = readFileSync(file)
          const cut = Math.floor(bytes.length * share)
          const whole = bytes.subarray(0, cut).filter((byte) => byte === 10).length
          truncateSync(file, cut)
          expect(read(file)).toEqual(JSON.parse(JSON.stringify(records)).slice(0, whole))
          rmSync(file)
        },
      ),
      { numRuns: 60 },
    )
  })
})
