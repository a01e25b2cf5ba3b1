/** Values that have hurt somebody: each is put in place of each field of each input. */
export const hostileValues: readonly (readonly [name: string, value: unknown])[] = [
  // Operators of the database, in place of text.
  ['$gt', { $gt: '' }],
  ['$ne', { $ne: null }],
  ['$regex', { $regex: '.*' }],
  ['$in', { $in: ['a', 'b'] }],
  ['$where', { $where: 'true' }],
  ['$or', { $or: [{}] }],
  ['$set', { $set: { status: 'paid' } }],
  ['$inc', { $inc: 1 }],
  ['a command look-alike', { _actionType: 'COMMAND', operator: 'gt', operands: [''] }],
  ['a bson id', { $oid: '5f0000000000000000000000' }],
  // Money and counts.
  ['zero', 0],
  ['minus zero', -0],
  ['minus one', -1],
  ['a tenth', 0.1],
  ['a float that is nearly 29', 28.999999999999996],
  ['text 1', '1'],
  ['text 1e3', '1e3'],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['2^53', 2 ** 53],
  ['1e21', 1e21],
  ['a billion', 1_000_000_000],
  ['a bigint', 10n],
  // Other types.
  ['null', null],
  ['undefined', undefined],
  ['true', true],
  ['an empty object', {}],
  ['an empty array', []],
  ['an array of it', ['x']],
  ['a function', () => 'x'],
  ['a symbol', Symbol.iterator],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['own toString', { toString: () => 'x' }],
  ['own length', { length: 3 }],
  // Text.
  ['empty text', ''],
  ['blanks', '   '],
  ['NUL', 'a\u0000b'],
  ['a lone surrogate', '\ud800'],
  ['right to left', '\u202eabc'],
  ['zero width', 'a\u200bb'],
  ['an emoji family', '👨‍👩‍👧‍👦'.repeat(40)],
  ['markup', '<script>alert(1)</script>'],
  ['an entity', '&lt;&#0;'],
  ['SQL', "' OR 1=1 --"],
  ['a path', '../../../etc/passwd'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point of it
  ['a template', '${7*7}{{7*7}}'],
  ['five characters', 'abcde'],
  ['33 characters', 'a'.repeat(33)],
  ['127 bytes cut inside a character', `${'字'.repeat(42)}ab`],
  ['128 characters', 'a'.repeat(128)],
  ['70,000 characters', 'x'.repeat(70_000)],
  ['a line break', 'a\r\nb'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['full width digits', '１２３'],
]

/** Fields that no input has: sent beside the right ones. */
export const hostileFields: readonly (readonly [name: string, fields: object])[] = [
  ['its own price', { priceFen: 1, totalFen: 1, amountFen: 1 }],
  ['its own state', { state: 'paid', status: 'paid', paid: true }],
  ['its own openid', { openid: 'oVictim0000000000000000000000', _openid: 'oVictim0000000000000000000000' }],
  ['its own id', { _id: 'A'.repeat(26), orderNo: 'A'.repeat(26) }],
  ['the platform’s own', { userInfo: { openId: 'oVictim' }, tcbContext: { SOURCE: 'wx_paycallback' } }],
  ['a dotted key', { 'detail.price.totalFen': 1 }],
  ['an operator key', { $set: { state: 'paid' } }],
  ['constructor', { constructor: { prototype: { admin: true } } }],
  ['__proto__', JSON.parse('{"__proto__":{"admin":true}}') as object],
  ['a currency', { currency: 'USD', feeType: 'USD' }],
]

/** Events that are no call at all. */
export const hostileEvents: readonly (readonly [name: string, event: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['text', 'placeOrder'],
  ['a number', 7],
  ['an array', []],
  ['no action', {}],
  ['an action of Object', { action: 'constructor' }],
  ['__proto__ as action', { action: '__proto__' }],
  ['toString as action', { action: 'toString' }],
  ['an array as action', { action: ['placeOrder'] }],
  ['an operator as action', { action: { $gt: '' } }],
  ['input null', { action: 'get', input: null }],
  ['input text', { action: 'get', input: 'x' }],
  ['input deep', { action: 'get', input: deep(10_000) }],
  ['input large', { action: 'get', input: { orderNo: 'x'.repeat(1_100_000) } }],
  ['input with a cycle', { action: 'get', input: cyclic() }],
]

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = { value }
  return value
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {}
  value.self = value
  return value
}
