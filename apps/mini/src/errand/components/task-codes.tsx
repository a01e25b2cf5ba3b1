import type { ErrandView } from '@pay/core'
import { View } from '@tarojs/components'
import { Card } from '../../components/card.tsx'
import prose from '../../components/prose.module.scss'
import { e } from '../text/index.ts'
import styles from './task-codes.module.scss'

/** The codes that its buyer tells the runner face to face, large enough to be read aloud. */
export const TaskCodes = ({ codes }: { readonly codes: NonNullable<ErrandView['codes']> }) => (
  <Card>
    <View className={styles.codes}>
      {codes.pickup !== undefined && <Code label={e.facts.pickupCode} code={codes.pickup} />}
      <Code label={e.facts.deliveryCode} code={codes.delivery} />
    </View>
    <View className={prose.gap} />
    <View className={prose.note}>{e.facts.codeNote}</View>
  </Card>
)

const Code = ({ label, code }: { readonly label: string; readonly code: string }) => (
  <View className={styles.code}>
    <View className={styles.label}>{label}</View>
    <View className={styles.digits}>{code}</View>
  </View>
)
