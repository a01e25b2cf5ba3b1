import type { Hostile } from './hostile.ts'

/** Operators of the database, in place of text. */
export const operators: readonly Hostile[] = [
  ['$gt', { $gt: '' }],
  ['$ne', { $ne: null }],
  ['$regex', { $regex: '.*' }],
  ['$in', { $in: ['a', 'b'] }],
  ['$nin', { $nin: [] }],
  ['$not', { $not: { $gt: '' } }],
  ['$exists', { $exists: true }],
  ['$where', { $where: 'true' }],
  ['$expr', { $expr: { $eq: [1, 1] } }],
  ['$function', { $function: { body: 'return 1', args: [], lang: 'js' } }],
  ['$or', { $or: [{}] }],
  ['$elemMatch', { $elemMatch: {} }],
  ['$set', { $set: { status: 'paid' } }],
  ['$unset', { $unset: { version: '' } }],
  ['$inc', { $inc: 1 }],
  ['$push', { $push: { refunds: 1 } }],
  ['an operator in an array', [{ $gt: '' }]],
  ['an operator deep inside', { a: { b: { $gt: '' } } }],
  ['a command look-alike', { _actionType: 'COMMAND', operator: 'gt', operands: [''] }],
  ['a query command look-alike', { _internalType: 'query.command', operator: 'gt', operands: [''] }],
  ['a bson id', { $oid: '5f0000000000000000000000' }],
  ['a bson long', { $numberLong: '1' }],
  ['a bson date', { $date: 0 }],
]
