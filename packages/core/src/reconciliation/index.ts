export type { BillRow } from './bill-row.ts'
export { type Difference, type Reconciliation, reconcile, type WhatToDo } from './reconcile.ts'
