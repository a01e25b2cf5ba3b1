import { View } from '@tarojs/components'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { explain } from '../../../text/explain.ts'
import { AfterSaleCard } from '../../components/after-sale-card.tsx'
import { AfterSaleForm } from '../../components/after-sale-form.tsx'
import { s } from '../../text/index.ts'
import { useShopOrder } from '../../use-shop-order.ts'

/** Money back: what was asked for and how far it is, and the form to ask. */
function AfterSalePage() {
  const { answer, reload } = useShopOrder()
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  if (answer.phase === 'loading') return <LoadingPage />
  const { order, view } = answer.data
  return (
    <View className={prose.page}>
      {[...view.afterSales].reverse().map((one) => (
        <AfterSaleCard
          key={one.key}
          afterSale={one}
          lines={view.lines}
          orderNo={order.orderNo}
          onChange={() => void reload()}
        />
      ))}
      {view.actions.includes('askAfterSale') && (
        <AfterSaleForm orderNo={order.orderNo} view={view} onDone={() => void reload()} />
      )}
      {view.afterSaleUntilMs !== undefined && view.actions.includes('askAfterSale') && (
        <View className={prose.lead}>{s.afterSale.until(moment(view.afterSaleUntilMs))}</View>
      )}
    </View>
  )
}

export default screen(AfterSalePage, s.afterSale.page)
