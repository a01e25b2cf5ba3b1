import { closeSync, existsSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs'
import { crc32 } from './crc32.ts'
import type { Journal } from './journal.ts'

/** The data folder cannot be used; the message names the file and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/**
 * One line per record, `<crc32 in 8 hex digits> <json>`. A record is written with one write(2) before `append` returns, so
 * it survives the death of the process (not a power cut). A torn last line is what a dying process leaves; it was never
 * acknowledged and is cut off with a note. Damage before that is refused: silence would lose data.
 */
export const fileJournal = (file: string, note: (line: string) => void): Journal => {
  let fd: number | undefined

  const open = () => {
    fd ??= openSync(file, 'a')
    return fd
  }

  return {
    replay: () => {
      if (!existsSync(file)) return []
      const bytes = readFileSync(file)
      const { records, goodBytes, badLine } = readRecords(bytes)
      if (badLine !== undefined) {
        throw new DataFolderError(
          `${file} is damaged at line ${badLine}: restore it from a copy, or delete it (or start with --reset) to begin with empty data`,
        )
      }
      if (goodBytes < bytes.length) {
        truncateSync(file, goodBytes)
        note(`${file}: cut off an unfinished last record of ${bytes.length - goodBytes} bytes`)
      }
      return records
    },
    append: (record) => {
      writeAll(open(), toLine(record))
    },
    rewrite: (records) => {
      const temporary = `${file}.new`
      const newFd = openSync(temporary, 'w')
      for (const record of records) writeAll(newFd, toLine(record))
      closeSync(newFd)
      if (fd !== undefined) closeSync(fd)
      fd = undefined
      renameSync(temporary, file)
    },
    close: () => {
      if (fd !== undefined) closeSync(fd)
      fd = undefined
    },
  }
}

const toLine = (record: unknown) => {
  const json = JSON.stringify(record)
  return Buffer.from(`${crc32(json)} ${json}\n`)
}

const writeAll = (fd: number, bytes: Buffer) => {
  // write(2) may take less than it is given when the disk is nearly full.
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
}

const newline = 10

const readRecords = (bytes: Buffer): { records: unknown[]; goodBytes: number; badLine?: number } => {
  const records: unknown[] = []
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(newline, start)
    const text = bytes.subarray(start, end === -1 ? bytes.length : end).toString('utf8')
    const whole = text.slice(0, 8) === crc32(text.slice(9))
    // Only a record that lacks its end can come from a process that died while writing.
    if (end === -1) return { records, goodBytes: start }
    if (!whole) return { records, goodBytes: start, badLine: line }
    records.push(JSON.parse(text.slice(9)))
    start = end + 1
  }
  return { records, goodBytes: start }
}
