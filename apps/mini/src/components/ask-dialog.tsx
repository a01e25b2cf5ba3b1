import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { useOwnQuestion } from '../hooks/use-own-question.ts'
import { asking, type Question } from '../platform/ask.ts'
import { aria } from './aria.ts'
import styles from './ask-dialog.module.scss'
import { Button } from './button.tsx'
import { OverAll } from './over-all.tsx'

/** On every page: shows what `ask` and `tell` have to say, in our own colours, size of words and language. */
export const AskDialog = () => {
  const question = useSyncExternalStore(asking.subscribe, asking.current, asking.current)
  const own = useOwnQuestion(question !== undefined, deny)
  return own && question !== undefined ? <Dialog {...question} /> : null
}

const deny = () => asking.answer(false)

const Dialog = ({ title, content, yes, no }: Question) => (
  <OverAll>
    <View className={styles.shade} catchMove>
      <View className={styles.dialog} {...aria({ role: 'dialog', label: title })}>
        <View className={styles.title}>{title}</View>
        <View className={styles.content}>{content}</View>
        <View className={styles.buttons}>
          {no !== undefined && (
            <Button grow small kind="quiet" onPress={deny}>
              {no}
            </Button>
          )}
          <Button grow small onPress={() => asking.answer(true)}>
            {yes}
          </Button>
        </View>
      </View>
    </View>
  </OverAll>
)
