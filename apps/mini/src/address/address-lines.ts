import type { Address } from '@pay/core'

/** In one line, as it is written on a parcel. */
export const addressLine = ({ province, city, county, detail }: Omit<Address, 'name' | 'phone'>): string =>
  [province, city === province ? '' : city, county, detail].join('')

/** Which fields cannot be right; empty: none. */
export const addressFaults = (address: Address): readonly (keyof Address)[] => {
  const faults: (keyof Address)[] = (['name', 'province', 'city', 'detail'] as const).filter(
    (field) => address[field].trim() === '',
  )
  return /^\+?[0-9][0-9-]{4,19}$/.test(address.phone) ? faults : [...faults, 'phone']
}
