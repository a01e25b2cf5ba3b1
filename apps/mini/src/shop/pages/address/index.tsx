import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { AddressForm } from '../../../address/address-form.tsx'
import { keptAddress } from '../../../address/address-store.ts'
import { Card } from '../../../components/card.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { t } from '../../../text/index.ts'

/** Where the goods go; kept on this phone for the next time. */
function AddressPage() {
  return (
    <View className={prose.page}>
      <Card>
        <AddressForm
          address={keptAddress.read()}
          onSave={(address) => {
            keptAddress.write(address)
            void Taro.navigateBack()
          }}
        />
      </Card>
    </View>
  )
}

export default screen(AddressPage, t.address.title)
