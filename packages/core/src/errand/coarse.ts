import type { Point } from './place.ts'

/**
 * The district of an address, as far as the text tells: 浙江省杭州市西湖区文三路 90 号 → 西湖区. Nothing that comes after it
 * is shown to strangers; where no district is found the town is, or nothing at all. A 区 that people live or work in
 * (小区, 社区, 园区, 校区 …) is none.
 */
export const coarseArea = (address: string): string => {
  const rest = address.replace(/^.{1,12}?(?:省|自治区)/u, '')
  const [, district] =
    /^(?:\D{2,8}?(?:市|盟|自治州|地区))?(\D{1,6}?(?:县|旗|市)|\D{0,6}?[^\d小社园校院营]区)/u.exec(rest) ?? []
  return district ?? ''
}

/**
 * The middle of a square of about half a kilometre. Distances in the hall are measured to it: whoever asks from three
 * places to work out an address finds this point and not the door.
 */
export const coarsePoint = ({ lat, lng }: Point): Point => ({ lat: middle(lat), lng: middle(lng) })

const step = 200
const middle = (degrees: number): number => (Math.floor(degrees * step) + 0.5) / step

/** The cell of 0.1° (some 10 km) that a point lies in: what the hall is indexed by. */
export const cellOf = ({ lat, lng }: Point): string => nameOf(row(lat), row(lng))

/** The cell of a point and the eight around it: at least 8 km in every direction within China. */
export const cellsAround = ({ lat, lng }: Point): readonly string[] =>
  [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => nameOf(row(lat) + north, row(lng) + east)))

const row = (degrees: number): number => Math.floor(degrees * 10)
const nameOf = (lat: number, lng: number): string => `${lat},${lng}`
