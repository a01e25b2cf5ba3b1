import { notEmulated, writeRefused } from './database-errors.ts'
import { compileQuery } from './match.ts'
import { valueAt } from './paths.ts'
import { type Doc, isPlainObject } from './values.ts'

/** Replaces the `$` of `items.$.n` by the place of the first element that the query matched. */
export const resolvePositional = (path: string, doc: Doc, query: Doc | undefined): string => {
  const segments = path.split('.')
  if (segments.some((segment) => /^\$\[.+\]$/.test(segment))) throw notEmulated('array filters in an update path')
  const at = segments.indexOf('$')
  if (at === -1) return path
  const arrayPath = segments.slice(0, at).join('.')
  const items = valueAt(doc, arrayPath)
  const place = Array.isArray(items) ? items.findIndex(elementTest(arrayPath, query ?? {})) : -1
  if (place === -1) throw writeRefused('The positional operator did not find the match needed from the query.')
  return [...segments.slice(0, at), String(place), ...segments.slice(at + 1)].join('.')
}

const elementTest = (arrayPath: string, query: Doc) => {
  const tests: ((element: unknown) => boolean)[] = []
  const collect = (part: Doc) => {
    for (const [key, expected] of Object.entries(part)) {
      if (key === '$and' && Array.isArray(expected)) for (const each of expected) if (isPlainObject(each)) collect(each)
      if (key === arrayPath) {
        const test = compileQuery({ element: expected })
        tests.push((element) =>
          test({ element: isPlainObject(expected) && '$elemMatch' in expected ? [element] : element }),
        )
      } else if (key.startsWith(`${arrayPath}.`)) {
        const test = compileQuery({ [key.slice(arrayPath.length + 1)]: expected })
        tests.push((element) => isPlainObject(element) && test(element))
      }
    }
  }
  collect(query)
  return (element: unknown) => tests.length > 0 && tests.every((test) => test(element))
}
