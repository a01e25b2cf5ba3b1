// The SDK drops fields that are undefined before it asks the database: where({ _id: undefined }) means every document.
// Nothing of it reaches the wire, so it is told where it can still be seen. What the SDK does is left as it is.
const Module = require('node:module')

/** Calls `tell(collection, fields)` for each `where` of wx-server-sdk with fields that are undefined, named by their paths. */
exports.watchConditions = (tell) => {
  const loadModule = Module._load
  Module._load = function (request, ...rest) {
    const loaded = loadModule.call(this, request, ...rest)
    if (request === 'wx-server-sdk') watchSdk(loaded, tell)
    return loaded
  }
}

const watched = new WeakSet()

function watchSdk(sdk, tell) {
  if (watched.has(sdk) || typeof sdk?.database !== 'function') return
  watched.add(sdk)
  const { database } = sdk
  sdk.database = (...settings) => {
    const db = database.apply(sdk, settings)
    watchWhere(queryPrototype(db.collection('_')), tell)
    return db
  }
}

/** Collections and queries share the `where` of one prototype. */
function queryPrototype(collection) {
  let prototype = collection
  while (prototype !== null && !Object.hasOwn(prototype, 'where')) prototype = Object.getPrototypeOf(prototype)
  return prototype
}

function watchWhere(prototype, tell) {
  if (prototype === null || watched.has(prototype)) return
  watched.add(prototype)
  const { where } = prototype
  prototype.where = function (...conditions) {
    const fields = undefinedFields(conditions[0])
    if (fields.length > 0) tell(String(this.collectionName ?? this._coll ?? ''), fields)
    return where.apply(this, conditions)
  }
}

/** Commands, dates and geo points carry their own rules; only what was written as plain fields is looked at. */
function undefinedFields(value, path = '', depth = 0) {
  if (value === undefined && path !== '') return [path]
  if (typeof value !== 'object' || value === null || depth > 8) return []
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return []
  return Object.keys(value).flatMap((key) =>
    undefinedFields(value[key], path === '' ? key : `${path}.${key}`, depth + 1),
  )
}
