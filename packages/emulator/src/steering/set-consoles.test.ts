import { describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'

describe('what one sets in the consoles', () => {
  it('is set when the emulator is ready, and again after a reset', async () => {
    const emulator = new Emulator({ quiet: true, consoles: { 'pay/merchants/1900000001': { name: '青禾小店' } } })
    const address = await emulator.ready()
    const names = async () => {
      const { merchants } = (await (await fetch(`${address}/__emulator/pay/merchants`)).json()) as {
        merchants: { name: string }[]
      }
      return merchants.map(({ name }) => name)
    }
    try {
      expect(await names()).toEqual(['青禾小店'])
      await emulator.reset()
      expect(await names()).toEqual(['青禾小店'])
    } finally {
      await emulator.dispose()
    }
  })

  it('is refused by the name of its door', async () => {
    const emulator = new Emulator({ quiet: true, consoles: { 'no/such/door': {} } })
    await expect(emulator.ready()).rejects.toThrow(/"no\/such\/door".*there is no \/__emulator\/no\/such\/door/)
  })
})
