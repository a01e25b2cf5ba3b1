import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Contract } from '@pay/core'
import * as core from '@pay/core'
import { describe, expect, test } from 'vitest'
import { victimsWorld } from './attack.ts'
import { goodInputs } from './good-inputs/index.ts'

const contracts = Object.values<unknown>(core).filter(
  (one): one is Contract => typeof one === 'object' && one !== null && 'actions' in one && 'name' in one,
)
const functions = new URL('../../../../cloudfunctions/', import.meta.url)
/** As the lab calls what is deployed under another name. */
const labNames: Readonly<Record<string, string>> = { 'tip-pay-notice': 'virtual-pay-notice' }

describe('what is attacked and fuzzed', () => {
  test('is every function that is deployed', async () => {
    const world = await victimsWorld()
    const deployed = readdirSync(fileURLToPath(functions)).filter((name) =>
      existsSync(new URL(`${name}/index.ts`, functions)),
    )
    expect(deployed.length).toBeGreaterThan(0)
    expect(Object.keys(world.functions)).toEqual(expect.arrayContaining(deployed.map((name) => labNames[name] ?? name)))
    expect(Object.keys(goodInputs(world)).sort()).toEqual(Object.keys(world.functions).sort())
  })

  test('is every action of every contract, with an input that is right', async () => {
    expect(contracts.map(({ name }) => name)).toEqual(expect.arrayContaining(['order', 'owner']))
    const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = goodInputs(await victimsWorld())
    for (const { name, actions } of contracts) {
      expect(Object.keys(inputs[name] ?? {}).sort(), name).toEqual(Object.keys(actions).sort())
      for (const [action, { input }] of Object.entries(actions)) {
        const parsed = await input['~standard'].validate(inputs[name]?.[action])
        expect(parsed.issues ?? [], `${name}.${action}`).toEqual([])
      }
    }
  })
})
