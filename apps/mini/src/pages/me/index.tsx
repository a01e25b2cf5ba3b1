import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '../../components/aria.ts'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Pressable } from '../../components/pressable.tsx'
import { screen } from '../../components/screen.tsx'
import { useIsOwner } from '../../owner/use-is-owner.ts'
import { chooseLanguage } from '../../platform/choose-language.ts'
import { emulatorUser } from '../../platform/emulator-user.ts'
import { UserSwitch } from '../../platform/user-switch.tsx'
import { t } from '../../text/index.ts'
import { type Language, language } from '../../text/language.ts'
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
          <Arrow />
        </Pressable>
        {verticals
          .flatMap(({ links }) => links)
          .map(({ label, path }) => (
            <Pressable key={path} className={styles.row} onPress={() => void Taro.navigateTo({ url: path })}>
              {label}
              <Arrow />
            </Pressable>
          ))}
      </View>
      {owner && (
        <View className={styles.list}>
          <Pressable className={styles.row} onPress={() => void Taro.navigateTo({ url: '/owner/pages/home/index' })}>
            {t.me.owner}
            <Arrow />
          </Pressable>
        </View>
      )}
      <Card title={t.me.language}>
        <Choices options={languages} value={language} onChange={chooseLanguage} />
      </Card>
      {PAY_TRANSPORT === 'emulator' && <UserSwitch />}
    </View>
  )
}

export default screen(Me, t.me.title)

const Arrow = () => (
  <View className={styles.arrow} {...aria({ hidden: true })}>
    ›
  </View>
)

// Each in its own language, for whoever cannot read the other.
const languages: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'zh', label: '简体中文' },
  { value: 'en', label: 'English' },
]
