import { createHash } from 'node:crypto'

/** A person with a phone, known to tests by name. */
export interface User {
  readonly name: string
  /** 28 characters beginning with `o`, the same for the same name and appid on every machine. */
  readonly openid: string
  readonly unionid: string
  /** Base64 of 16 bytes, as code2Session gives it. */
  readonly sessionKey: string
  readonly clientIp: string
}

/** The test users. Any name works: a user is made when first named. */
export interface Users {
  get(name: string): User
  byOpenid(openid: string): User | undefined
  list(): readonly User[]
  reset(): void
}

export const createUsers = (appid: string): Users => {
  const users = new Map<string, User>()
  const get = (name: string): User => {
    const known = users.get(name)
    if (known !== undefined) return known
    const user = createUser(name, appid)
    users.set(name, user)
    return user
  }
  return {
    get,
    byOpenid: (openid) => [...users.values()].find((user) => user.openid === openid),
    list: () => [...users.values()],
    reset: () => users.clear(),
  }
}

const createUser = (name: string, appid: string): User => {
  const digest = (purpose: string) => createHash('sha256').update(`${purpose}\n${appid}\n${name}`).digest()
  return {
    name,
    openid: `o${digest('openid').toString('base64url').slice(0, 27)}`,
    unionid: `o${digest('unionid').toString('base64url').slice(0, 27)}`,
    sessionKey: digest('session').subarray(0, 16).toString('base64'),
    // TEST-NET-3 of RFC 5737: looks like a phone's address, is nobody's.
    clientIp: `203.0.113.${1 + ((digest('ip')[0] ?? 0) % 254)}`,
  }
}
