import { CloudError } from '../cloud-error.ts'

// The texts are the cloud's own, to the letter: code in the field matches on them.

export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const duplicateKey = (collection: string, index: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] bulk write error: E11000 duplicate key error collection: tnt.${collection} index: ${index} dup key: { }`,
  )

export const duplicateKeyOnUpdate = (collection: string, index: string) =>
  writeRefused(`E11000 duplicate key error collection: tnt.${collection} index: ${index} dup key: { }`)

export const writeRefused = (reason: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`,
  )

export const queryRefused = (reason: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] (BadValue) ${reason}`)

/** What the real database can and the emulator cannot: named, never silently wrong. */
export const notEmulated = (what: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `the emulator does not have ${what}`)

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem cannot be solved, contact us.',
  )

export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem cannot be solved, contact us.',
  )

export const transactionBusy = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionBusy] Transaction is busy. Please check your request, but if the problem cannot be solved, contact us.',
  )

export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message)
