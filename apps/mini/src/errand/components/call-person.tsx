import Taro from '@tarojs/taro'
import { Button } from '../../components/button.tsx'
import { e } from '../text/index.ts'

interface CallPersonProps {
  readonly phone: string
  readonly label?: string
}

export const CallPerson = ({ phone, label = e.manage.call }: CallPersonProps) => (
  <Button small kind="quiet" onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
    {label}
  </Button>
)
