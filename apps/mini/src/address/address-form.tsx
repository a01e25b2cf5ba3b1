import type { Address } from '@pay/core'
import { Picker, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { t } from '../text/index.ts'
import styles from './address-form.module.scss'
import { addressFaults } from './address-lines.ts'

interface AddressFormProps {
  readonly address: Address | undefined
  readonly onSave: (address: Address) => void
}

const empty: Address = { name: '', phone: '', province: '', city: '', county: '', detail: '' }

/** Our own form, for everybody: the phone's address book is an offer on weapp, and may be refused. */
export const AddressForm = ({ address, onSave }: AddressFormProps) => {
  const [form, setForm] = useState(address ?? empty)
  const [checked, setChecked] = useState(false)
  const faults = checked ? addressFaults(form) : []
  const field = (name: keyof Address, max: number) => ({
    label: t.address[name],
    value: form[name],
    max,
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: faults.includes(name) ? t.address.faults[name] : undefined,
  })
  const save = () => {
    setChecked(true)
    if (addressFaults(form).length === 0) onSave(form)
  }
  return (
    <View>
      {process.env.TARO_ENV === 'weapp' && (
        <View className={styles.offer}>
          <Button small kind="quiet" onPress={() => void fromWeChat().then((chosen) => chosen && setForm(chosen))}>
            {t.address.fromWeChat}
          </Button>
        </View>
      )}
      <Field {...field('name', 30)} />
      <Field {...field('phone', 20)} />
      {process.env.TARO_ENV === 'weapp' ? (
        <Picker
          mode="region"
          value={[form.province, form.city, form.county]}
          onChange={({ detail }) => {
            const [province = '', city = '', county = ''] = detail.value
            setForm({ ...form, province, city, county })
          }}
        >
          <View className={styles.region}>
            {form.province === '' ? t.address.region : [form.province, form.city, form.county].join(' ')}
          </View>
        </Picker>
      ) : (
        <>
          <Field {...field('province', 20)} />
          <Field {...field('city', 30)} />
          <Field {...field('county', 30)} />
        </>
      )}
      {process.env.TARO_ENV === 'weapp' && faults.includes('province') && (
        <View className={styles.error}>{t.address.faults.province}</View>
      )}
      <Field {...field('detail', 120)} long />
      <Button onPress={save}>{t.address.save}</Button>
    </View>
  )
}

/** Undefined: refused or closed, which is nobody's mistake. */
const fromWeChat = async (): Promise<Address | undefined> => {
  try {
    const chosen = await Taro.chooseAddress()
    return {
      name: chosen.userName,
      phone: chosen.telNumber,
      province: chosen.provinceName,
      city: chosen.cityName,
      county: chosen.countyName,
      detail: chosen.detailInfo,
    }
  } catch {
    return undefined
  }
}
