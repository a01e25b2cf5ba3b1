import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Pressable } from '../../components/pressable.tsx'
import { screen } from '../../components/screen.tsx'
import { useIsOwner } from '../../owner/use-is-owner.ts'
import { emulatorUser } from '../../platform/emulator-user.ts'
import { UserSwitch } from '../../platform/user-switch.tsx'
import { t } from '../../text/index.ts'
import { verticals } from '../../verticals.ts'
import styles from './index.module.scss'

function Me() {
  const owner = useIsOwner()
  const name = PAY_TRANSPORT === 'emulator' ? emulatorUser() : t.me.guest
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.avatar}>{name.slice(0, 1).toUpperCase()}</View>
        <View className={styles.name}>{t.me.hello(name)}</View>
      </View>
      <View className={styles.list}>
        <Pressable className={styles.row} onPress={() => void Taro.switchTab({ url: '/pages/orders/index' })}>
          {t.me.orders}
          <View className={styles.arrow}>›</View>
        </Pressable>
        {verticals
          .flatMap(({ links }) => links)
          .map(({ label, path }) => (
            <Pressable key={path} className={styles.row} onPress={() => void Taro.navigateTo({ url: path })}>
              {label}
              <View className={styles.arrow}>›</View>
            </Pressable>
          ))}
      </View>
      {owner && (
        <View className={styles.list}>
          <Pressable className={styles.row} onPress={() => void Taro.navigateTo({ url: '/owner/pages/home/index' })}>
            {t.me.owner}
            <View className={styles.arrow}>›</View>
          </Pressable>
        </View>
      )}
      {PAY_TRANSPORT === 'emulator' && <UserSwitch />}
    </View>
  )
}

export default screen(Me)
