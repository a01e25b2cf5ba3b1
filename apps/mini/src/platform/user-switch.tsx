import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { t } from '../text/index.ts'
import { becomeUser, emulatorUser } from './emulator-user.ts'
import styles from './user-switch.module.scss'

const people = ['anna', 'ben', 'owner']

/** Only against the emulator: who this tab is. Two tabs can be two people. */
export const UserSwitch = () => {
  const [name, setName] = useState('')
  const now = emulatorUser()
  return (
    <Card title={t.me.demo}>
      <View className={styles.note}>{t.me.demoNote}</View>
      <View className={styles.people}>
        {people.map((person) => (
          <Button small key={person} kind={person === now ? 'main' : 'quiet'} onPress={() => becomeUser(person)}>
            {person}
          </Button>
        ))}
      </View>
      <View className={styles.other}>
        <Input
          className={styles.input}
          value={name}
          placeholder={t.me.otherUser}
          maxlength={32}
          onInput={({ detail }) => setName(detail.value)}
        />
        <Button small kind="quiet" disabled={!/^[\w-]{1,32}$/.test(name)} onPress={() => becomeUser(name)}>
          {t.me.use}
        </Button>
      </View>
    </Card>
  )
}
