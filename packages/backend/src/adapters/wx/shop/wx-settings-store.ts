import type { SettingsStore, ShopSettings } from '../../../ports/shop/settings-store.ts'
import type { WxDatabase } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/** Settings in the cloud database: `settings` `{ _id: 'shop', settings }`, remembered for a minute by each instance. */
export const wxSettingsStore = (db: WxDatabase, nowMs: () => number): SettingsStore => {
  const table = wxTable(db, 'settings')
  let shop: { readonly settings: ShopSettings; readonly readAtMs: number } | undefined
  return {
    async shop() {
      // Also when the clock was set back: it must not be remembered for longer by that.
      if (shop === undefined || Math.abs(nowMs() - shop.readAtMs) >= rememberedMs) {
        const settings = ((await table.get('shop'))?.settings ?? {}) as ShopSettings
        shop = { settings, readAtMs: nowMs() }
      }
      return shop.settings
    },
    async putShop(settings) {
      await table.put('shop', { settings })
      shop = undefined
    },
  }
}

const rememberedMs = 60_000
