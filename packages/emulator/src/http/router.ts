import type { Route } from '../service.ts'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export interface Router {
  find(method: string, path: string): Match | undefined
  /** The methods that the path answers; empty when there is no such path. */
  methods(path: string): readonly string[]
  readonly routes: readonly Route[]
}

export const createRouter = (routes: readonly Route[]): Router => {
  const compiled = routes.map((route) => ({ route, segments: route.path.split('/') }))
  // A path spelled out beats one with parameters, whatever order the services come in.
  compiled.sort((a, b) => wildness(a.segments) - wildness(b.segments))
  return {
    routes,
    find: (method, path) => {
      const segments = path.split('/')
      for (const { route, segments: pattern } of compiled) {
        if (route.method !== method) continue
        const params = matchSegments(pattern, segments)
        if (params !== undefined) return { route, params }
      }
      return undefined
    },
    methods: (path) => {
      const segments = path.split('/')
      return compiled.filter((one) => matchSegments(one.segments, segments)).map((one) => one.route.method)
    },
  }
}

const wildness = (segments: readonly string[]) =>
  segments.reduce((sum, segment) => sum + (segment === '*' ? 100 : segment.startsWith(':') ? 1 : 0), 0)

const matchSegments = (pattern: readonly string[], segments: readonly string[]) => {
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    if (expected === '*' && index === pattern.length - 1) {
      params.rest = segments.slice(index).map(decode).join('/')
      return params
    }
    const given = segments[index]
    if (given === undefined) return undefined
    if (expected.startsWith(':')) params[expected.slice(1)] = decode(given)
    else if (expected !== given) return undefined
  }
  return pattern.length === segments.length ? params : undefined
}

const decode = (segment: string) => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
