// One process of one cloud function. Plain CommonJS on purpose: it starts before anything could be compiled, and the
// cloud's own runtime is CommonJS as well. Messages: in { invoke } and { clock }, out { ready | broken | log | done | blocked | dropped }.
const fs = require('node:fs')
const dns = require('node:dns')
const path = require('node:path')
const util = require('node:util')
const Module = require('node:module')
const { watchConditions } = require('./watch-conditions.cjs')

const setup = JSON.parse(process.env.PAY_EMULATOR_SETUP)
delete process.env.PAY_EMULATOR_SETUP

const resultLimit = 6 * 1024 * 1024
let current
let clockOffsetMs = setup.clockOffsetMs

const send = (message) => {
  if (process.connected) process.send(message)
}

useEmulatedClock()
captureConsole()
guardTencentHosts()
fallBackToOwnSdk()
watchConditions((collection, fields) => send({ kind: 'dropped', id: current?.id, collection, fields }))
process.setSourceMapsEnabled(true)

// The emulator is gone: nobody is left to answer to.
process.on('disconnect', () => process.exit())
process.on('uncaughtException', (error) => {
  send({ kind: 'done', id: current?.id, error: describe(error), fatal: true })
  setTimeout(() => process.exit(1), 50)
})
process.on('unhandledRejection', (error) => {
  send({ kind: 'log', id: current?.id, level: 'error', text: `unhandled rejection: ${describe(error).stack}` })
})

let main
try {
  const exported = load(setup.file, setup.virtualName)
  main = exported.main ?? exported.default?.main
  if (typeof main !== 'function') throw new Error('the function exports no main')
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'broken', error: describe(error) })
}

watchParent()

process.on('message', (message) => {
  if (message.kind === 'clock') clockOffsetMs = message.offsetMs
  if (message.kind === 'invoke') invoke(message)
})

async function invoke({ id, event, env, unset, context, offsetMs }) {
  current = { id }
  clockOffsetMs = offsetMs
  for (const name of unset) delete process.env[name]
  Object.assign(process.env, env)
  try {
    const value = await callMain(event, context)
    const text = JSON.stringify(value === undefined ? null : value) ?? 'null'
    const size = Buffer.byteLength(text)
    if (size > resultLimit) throw new Error(`the result has ${size} bytes; the cloud allows 6 MB (6291456 bytes)`)
    send({ kind: 'done', id, result: text })
  } catch (error) {
    send({ kind: 'done', id, error: describe(error) })
  }
  current = undefined
}

/** main(event, context) may return a promise, or call the third argument as older functions do. */
function callMain(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value))
    const returned = main(event, context, callback)
    if (returned !== undefined || main.length < 3) resolve(returned)
  })
}

/** Always as CommonJS: the cloud uploads only the function's folder, so a package.json above it has no say. */
function load(file, virtualName) {
  const module = new Module(virtualName)
  module.filename = virtualName
  module.paths = Module._nodeModulePaths(path.dirname(virtualName))
  require.cache[virtualName] = module
  module._compile(fs.readFileSync(file, 'utf8'), virtualName)
  return module.exports
}

function describe(error) {
  if (!(error instanceof Error))
    return { name: 'Error', message: typeof error === 'string' ? error : inspect(error), stack: inspect(error) }
  // A syntax error says where it is only in the head of its stack.
  return { name: error.name, message: error.message, stack: String(error.stack ?? error.message) }
}

function inspect(value) {
  try {
    return util.inspect(value, { depth: 4 })
  } catch {
    return 'a value that cannot be shown'
  }
}

/** Functions must see the emulator's time: a deadline that passed there has passed for them. */
function useEmulatedClock() {
  const RealDate = Date
  const now = () => RealDate.now() + clockOffsetMs
  const EmulatedDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === EmulatedDate ? target : newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  RealDate.prototype.constructor = EmulatedDate
  globalThis.Date = EmulatedDate
}

function captureConsole() {
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...values) =>
      send({ kind: 'log', id: current?.id, level: level === 'log' ? 'info' : level, text: util.format(...values) })
  }
}

/** A function that reached the real cloud would act on somebody's real money. */
function guardTencentHosts() {
  const forbidden =
    /(^|\.)(tencentcloudapi\.com|tcloudbasegateway\.com|tcloudbase\.com|tencentyun\.com|myqcloud\.com|qcloud\.com|qcloud\.la|weixin\.qq\.com|wechatpay\.cn|mch\.weixin\.qq\.com)$/i
  const refuse = (host) => {
    send({ kind: 'blocked', id: current?.id, host })
    return Object.assign(new Error(`pay-emulator: a function tried to reach the real ${host}; nothing was sent`), {
      code: 'EMULATOR_REFUSED',
    })
  }
  const lookup = dns.lookup
  dns.lookup = (host, options, callback) => {
    if (!forbidden.test(String(host))) return lookup(host, options, callback)
    const done = typeof options === 'function' ? options : callback
    process.nextTick(done, refuse(host))
  }
  const lookupAsync = dns.promises.lookup
  dns.promises.lookup = async (host, options) => {
    if (forbidden.test(String(host))) throw refuse(host)
    return lookupAsync(host, options)
  }
}

/** A published function without `npm install` still finds wx-server-sdk: the emulator's own. */
function fallBackToOwnSdk() {
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    try {
      return resolve.call(this, request, ...rest)
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND' || !setup.fallbacks[request]) throw error
      return setup.fallbacks[request]
    }
  }
}

/** `disconnect` needs a free event loop; a function in an endless loop would outlive a killed emulator without this. */
function watchParent() {
  const { Worker } = require('node:worker_threads')
  const code = `const parent = ${process.ppid}
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 1000)`
  new Worker(code, { eval: true, env: {}, execArgv: [] }).unref()
}
