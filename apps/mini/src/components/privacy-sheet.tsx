import { Button as NativeButton, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useOwnQuestion } from '../hooks/use-own-question.ts'
import { agreeButtonId, privacy } from '../platform/privacy.ts'
import { t } from '../text/index.ts'
import { Button } from './button.tsx'
import styles from './privacy-sheet.module.scss'
import { Sheet } from './sheet.tsx'

/** On every page, seen on none until private data is needed; closing it is a refusal, and everything else goes on. */
export const PrivacySheet = () => {
  const open = useSyncExternalStore(privacy.subscribe, privacy.open, privacy.open)
  const own = useOwnQuestion(open, refuse)
  if (!own) return null
  return (
    <Sheet open title={t.privacy.title} onClose={refuse}>
      <Words />
      <View className={styles.buttons}>
        <Button grow kind="quiet" onPress={refuse}>
          {t.privacy.refuse}
        </Button>
        <Agree />
      </View>
    </Sheet>
  )
}

const refuse = () => privacy.answer(false)

const Words = () => {
  const [guide, setGuide] = useState(t.privacy.guide)
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp')
      Taro.getPrivacySetting({ success: ({ privacyContractName }) => setGuide(privacyContractName || t.privacy.guide) })
  }, [])
  return (
    <>
      <View className={styles.words}>
        {t.privacy.before}
        {process.env.TARO_ENV === 'weapp' ? (
          <Text className={styles.guide} onClick={() => Taro.openPrivacyContract()}>
            {guide}
          </Text>
        ) : (
          guide
        )}
        {t.privacy.after}
      </View>
      <View className={styles.note}>{t.privacy.note}</View>
    </>
  )
}

/** On weapp only a tap on WeChat's own kind of button counts as an agreement. */
const Agree = () =>
  process.env.TARO_ENV === 'weapp' ? (
    <NativeButton
      id={agreeButtonId}
      className={styles.agree}
      hoverClass={styles.pressed}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={() => privacy.answer(true)}
    >
      {t.privacy.agree}
    </NativeButton>
  ) : (
    <Button grow onPress={() => privacy.answer(true)}>
      {t.privacy.agree}
    </Button>
  )
