import { Input, Textarea, View } from '@tarojs/components'
import { aria } from './aria.ts'
import styles from './field.module.scss'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** What is wrong with it, told at the field. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'number' | 'digit'
  readonly max?: number
  readonly long?: boolean
}

/** One line of a form: its name above, its trouble below. */
export const Field = ({ label, value, onChange, hint, error, type = 'text', max = 120, long }: FieldProps) => {
  const shared = {
    className: long ? styles.long : styles.input,
    value,
    placeholder: hint ?? '',
    maxlength: max,
    onInput: ({ detail }: { detail: { value: string } }) => onChange(detail.value),
    ...(process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : aria({ label })),
  }
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      {long ? <Textarea {...shared} /> : <Input {...shared} type={type} />}
      {error !== undefined && <View className={styles.error}>{error}</View>}
    </View>
  )
}
