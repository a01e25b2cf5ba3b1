import { expect, test } from 'vitest'
import { addressFaults, addressLine } from './address-lines.ts'

const home = {
  name: '林青',
  phone: '13800000000',
  province: '浙江省',
  city: '杭州市',
  county: '西湖区',
  detail: '文一路 1 号',
}

test('an address is one line, and a city that is its own province is said once', () => {
  expect(addressLine(home)).toBe('浙江省杭州市西湖区文一路 1 号')
  expect(addressLine({ ...home, province: '上海市', city: '上海市', county: '徐汇区' })).toBe('上海市徐汇区文一路 1 号')
})

test('every field that cannot be right is named', () => {
  expect(addressFaults(home)).toEqual([])
  expect(addressFaults({ ...home, name: ' ', phone: '12', detail: '' })).toEqual(['name', 'detail', 'phone'])
})
