/** Where something goes, as `wx.chooseAddress` gives it. Only the order's own parties may see it. */
export interface Address {
  readonly name: string
  readonly phone: string
  /** 省, in full: 浙江省. What freight is priced by. */
  readonly province: string
  readonly city: string
  readonly county: string
  readonly detail: string
}
