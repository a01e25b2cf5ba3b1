/** Degrees in WeChat's own system (GCJ-02), as `wx.chooseLocation` and `wx.getLocation({ type: 'gcj02' })` give them. */
export interface Point {
  readonly lat: number
  readonly lng: number
}

/** Where a task leads, and whom one meets there. Only its own parties may see it, and only while it runs. */
export interface Place extends Point {
  /** As the map names it: 浙江省杭州市西湖区文三路 90 号. */
  readonly address: string
  /** Building, floor, door; empty when there is nothing to add. */
  readonly door: string
  readonly name: string
  readonly phone: string
}
