import * as v from 'valibot'
import { addressField } from '../address/address-field.ts'
import { fenField, freeTextField, neededTextField, picturesField } from '../contract/fields.ts'
import { mostOrderFen } from '../money/order-range.ts'
import { errandKinds } from './errand-request.ts'

const coordinate = (most: number) =>
  v.pipe(v.number('takes degrees'), v.finite('takes degrees'), v.minValue(-most), v.maxValue(most))

export const placeField = v.strictObject({
  ...addressField.entries,
  latitude: coordinate(90),
  longitude: coordinate(180),
  area: neededTextField(40),
})

export const instantField = v.pipe(
  v.number('takes milliseconds since 1970'),
  v.safeInteger('takes milliseconds since 1970'),
  v.minValue(0),
  v.maxValue(9_999_999_999_999),
)

export const errandRequestField = v.strictObject({
  kind: v.picklist(errandKinds, 'takes fetch, send, buy or do'),
  from: v.optional(placeField),
  to: placeField,
  item: neededTextField(30),
  grams: v.pipe(v.number('takes grams'), v.safeInteger('takes whole grams'), v.minValue(0), v.maxValue(1_000_000)),
  worthFen: v.optional(fenField(0, mostOrderFen), 0),
  budgetFen: v.optional(fenField(0, mostOrderFen), 0),
  tipFen: v.optional(fenField(0, mostOrderFen), 0),
  atMs: v.optional(instantField),
  note: v.optional(freeTextField(300), ''),
  pictures: picturesField,
  showPhone: v.optional(v.boolean('takes true or false'), false),
})
