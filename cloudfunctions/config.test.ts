import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const local = { TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:9500/admin"}' }

test('on this machine nothing has to be set', () => {
  expect(readConfig(local)).toMatchObject({ subMchId: expect.stringMatching(/^\d{10}$/) })
  expect(readConfig(local).ownerOpenids).toHaveLength(1)
})

test('in the cloud the merchant id has to be set; what is missing or wrong is said by name', () => {
  expect(() => readConfig({})).toThrow('SUB_MCH_ID')
  expect(() => readConfig({ TCB_CONTEXT_CNFG: '{"URL":"https://env.tcb-api.tencentcloudapi.com/admin"}' })).toThrow(
    'SUB_MCH_ID',
  )
  expect(() => readConfig({ TCB_CONTEXT_CNFG: 'not JSON' })).toThrow('SUB_MCH_ID')
  expect(() => readConfig({ SUB_MCH_ID: 'mine' })).toThrow('8 to 10 digits')
  expect(() => readConfig({ SUB_MCH_ID: '1900000109', APP_ID: 'mine' })).toThrow('APP_ID')
})

test('in the cloud nobody is an owner who is not named', () => {
  expect(readConfig({ SUB_MCH_ID: '1900000109' }).ownerOpenids).toEqual([])
  expect(readConfig({ SUB_MCH_ID: '1900000109', OWNER_OPENIDS: 'oA, oB,' }).ownerOpenids).toEqual(['oA', 'oB'])
})
