import type { SettingsStore, ShopSettings } from '../../../ports/shop/settings-store.ts'

export const memorySettingsStore = (settings: ShopSettings = {}): SettingsStore => {
  let shop = settings
  return {
    shop: async () => shop,
    async putShop(next) {
      shop = next
    },
  }
}
