import { readFileSync } from 'node:fs'

/** How a project is examined: what a client calls, and how to read its answers. `pay-exam.json` in the project. */
export interface ExamPlan {
  /** Places an order and brings it to WeChat Pay: one call or several. */
  readonly place: readonly Step[]
  /** Reads the order as its buyer sees it, or its document where no function shows it. */
  readonly read: (Step | Document) & {
    readonly paid: Sign
    readonly refunded?: Sign
    readonly ignore?: readonly string[]
  }
  /** What the client calls when the phone reports success, if it does. */
  readonly report?: Step
  /** Everything that brings a paid order back to the buyer in full; the last step is the one that may be repeated. */
  readonly refund?: readonly Step[]
  /** Within which the project must have found out by itself; 5 minutes unless told. */
  readonly patienceMs: number
}

/**
 * One call of a function. Texts may hold `{{…}}`: `{{id}}` is new for each order, `{{user.openid}}` the buyer's,
 * `{{place.data.orderNo}}` a field of what `place` answered, `{{steps.0.id}}` of the first of its calls, `{{read.…}}` of the
 * last reading, `{{trade.outTradeNo}}` what WeChat Pay knows.
 */
export interface Step {
  readonly function: string
  readonly data: unknown
  /** Another user than the buyer: the owner who refunds, for instance. */
  readonly as?: string
}

/** The first document of a collection that fits. */
export interface Document {
  readonly collection: string
  readonly query: unknown
}

/** A field of an answer and the values that mean yes. */
export interface Sign {
  readonly path: string
  readonly equals: readonly unknown[]
}

/** The plan cannot be used; the message says what is wrong and where. */
export class ExamPlanError extends Error {
  override readonly name = 'ExamPlanError'
}

/** Reads and checks a plan. Throws ExamPlanError. */
export const readExamPlan = (file: string): ExamPlan => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ExamPlanError(`there is no ${file}: write the entries of the project there, see the package's README`)
  }
  try {
    return checkPlan(JSON.parse(text))
  } catch (error) {
    throw new ExamPlanError(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

export const checkPlan = (value: unknown): ExamPlan => {
  const plan = object(value, 'the plan')
  const read = object(plan.read, 'read')
  const { patienceMs = 300_000, refund } = plan
  if (typeof patienceMs !== 'number' || !(patienceMs > 0)) throw new TypeError('patienceMs is a number of ms')
  if (refund !== undefined && (!Array.isArray(refund) || refund.length === 0))
    throw new TypeError('refund is a list of steps')
  return {
    place: Array.isArray(plan.place)
      ? plan.place.map((one, n) => step(one, `place[${n}]`))
      : [step(plan.place, 'place')],
    read: {
      ...(typeof read.collection === 'string'
        ? { collection: read.collection, query: read.query ?? {} }
        : step(read, 'read')),
      paid: sign(read.paid, 'read.paid'),
      ...(read.refunded === undefined ? {} : { refunded: sign(read.refunded, 'read.refunded') }),
      ...(Array.isArray(read.ignore) ? { ignore: read.ignore.map(String) } : {}),
    },
    ...(plan.report === undefined ? {} : { report: step(plan.report, 'report') }),
    ...(refund === undefined ? {} : { refund: refund.map((one, n) => step(one, `refund[${n}]`)) }),
    patienceMs,
  }
}

const object = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${name} is an object`)
  return value as Readonly<Record<string, unknown>>
}

const step = (value: unknown, name: string): Step => {
  const given = object(value, name)
  if (typeof given.function !== 'string') throw new TypeError(`${name}.function names a cloud function`)
  return { function: given.function, data: given.data ?? {}, ...(typeof given.as === 'string' ? { as: given.as } : {}) }
}

const sign = (value: unknown, name: string): Sign => {
  const given = object(value, name)
  if (typeof given.path !== 'string') throw new TypeError(`${name}.path is a path such as data.state`)
  return { path: given.path, equals: Array.isArray(given.equals) ? given.equals : [given.equals] }
}
