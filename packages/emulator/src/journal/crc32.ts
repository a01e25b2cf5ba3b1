import { crc32 as zlibCrc32 } from 'node:zlib'

/** CRC-32 of the UTF-8 bytes, as 8 hexadecimal digits. */
export const crc32 = (text: string): string => zlibCrc32(text).toString(16).padStart(8, '0')
