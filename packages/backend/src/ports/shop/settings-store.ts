import type { FreightTemplate } from '@pay/core'

/** What the owner decides about the shop as a whole. */
export interface SettingsStore {
  /** An adapter may remember it for a minute: every price asks for it. */
  shop(): Promise<ShopSettings>
  putShop(settings: ShopSettings): Promise<void>
}

export interface ShopSettings {
  /** Absent: sending costs nothing and goes anywhere. */
  readonly freight?: FreightTemplate
}
