import * as v from 'valibot'
import { freeTextField, neededTextField, phoneField } from '../contract/fields.ts'

export const addressField = v.strictObject({
  name: neededTextField(30),
  phone: phoneField,
  province: neededTextField(20),
  city: neededTextField(30),
  county: freeTextField(30),
  detail: neededTextField(120),
})
