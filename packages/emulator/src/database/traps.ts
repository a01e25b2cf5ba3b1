import type { EmulatorContext, SdkCall } from '../service.ts'
import type { DatabaseService } from './database-service.ts'

/** Warns of what the SDK does silently and nobody means. */
export const createTraps = (context: EmulatorContext) => {
  const warn = (call: SdkCall, name: string, text: string) => {
    context.events.add({
      from: call.from === undefined ? 'sdk' : `function:${call.from.functionName}`,
      to: 'database',
      kind: 'warning',
      name,
      ok: false,
      ...(call.from === undefined ? {} : { parentRequestId: call.from.requestId }),
      detail: text,
    })
    context.log(`warning: ${call.from === undefined ? '' : `[${call.from.functionName}] `}${text}`)
  }

  return {
    /** `transaction.collection().where().update()` sends no transactionId: it acts outside, and survives a rollback. */
    outsideTransaction: (call: SdkCall) => {
      if (call.body.queryType !== 'WHERE' || call.body.transactionId || call.from === undefined) return
      const requestId = call.from.requestId
      if (!context.service<DatabaseService>('database').store.hasOpenTransactionOf(requestId)) return
      warn(
        call,
        'outside the transaction',
        `where().${verbs[call.action] ?? call.action} on ${String(call.body.collectionName)} ran outside the open transaction; inside one only doc() and add() belong to it`,
      )
    },
    /** A condition whose value was undefined is dropped by the SDK; without any left, every document is meant. */
    wholeCollection: (call: SdkCall) => {
      if (call.body.queryType !== 'WHERE' || call.body.multi === false) return
      const query = call.body.query
      if (query !== undefined && query !== '' && query !== '{}') return
      const collection = String(call.body.collectionName)
      warn(
        call,
        'whole collection',
        `${verbs[call.action] ?? call.action} on ${collection} without any condition: all its documents`,
      )
    },
  }
}

const verbs: Readonly<Record<string, string>> = {
  'database.modifyDocument': 'update()',
  'database.removeDocument': 'remove()',
  'database.calculateDocument': 'count()',
}
