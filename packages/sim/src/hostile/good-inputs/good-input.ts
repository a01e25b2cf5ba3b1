/** One right input by action, for the hostile value to stand in. What has no actions has one or more events by a name of ours. */
export type GoodInputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** An order of the victim: what attackers would like to know or to change. */
export interface Victim {
  readonly orderNo: string
  readonly mchid: string
}

export const point = { lat: 30.2, lng: 120.1 }
export const place = { ...point, address: '解放东路 2 号', door: '', name: '王', phone: '13800000001' }
/** In the victim's own folder or not: the form is right. */
export const picture = 'cloud://env.1234/evidence/hostile/one.jpg'
