import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { aria } from '../../components/aria.ts'
import { Card } from '../../components/card.tsx'
import { LinkRow } from '../../components/link-row.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import { OfferGrid, OfferGridSkeleton } from '../../components/offer-grid.tsx'
import { Failed, PageState } from '../../components/page-state.tsx'
import { Pressable } from '../../components/pressable.tsx'
import { screen } from '../../components/screen.tsx'
import { usePages } from '../../hooks/use-pages.ts'
import { call } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { t } from '../../text/index.ts'
import type { VerticalEntry } from '../../vertical-entry.ts'
import { verticals } from '../../verticals.ts'
import styles from './index.module.scss'

/** The first page: who we are, what there is, and the first vertical's offers at once. */
function Home() {
  useShareAppMessage(() => ({ title: `${t.brand} · ${t.slogan}`, path: '/pages/home/index' }))
  return (
    <View>
      <View className={styles.slogan}>{t.slogan}</View>
      <View className={styles.doors}>
        {verticals.map(({ name, home }) => (
          <Pressable key={name} className={styles.door} onPress={() => void Taro.navigateTo({ url: home.path })}>
            <View
              className={styles.icon}
              style={{ backgroundImage: `url("${home.icon}")` }}
              {...aria({ hidden: true })}
            />
            <View className={styles.words}>
              <View className={styles.title}>{home.title}</View>
              <View className={styles.note}>{home.note}</View>
            </View>
            {only !== undefined && (
              <View className={styles.arrow} {...aria({ hidden: true })}>
                ›
              </View>
            )}
          </Pressable>
        ))}
      </View>
      {only !== undefined && only.offers === undefined && <Ways links={only.links} />}
      <Offers />
    </View>
  )
}

export default screen(Home, t.brand)

// An app of one trade: its home is that trade's.
const only = verticals.length === 1 ? verticals[0] : undefined

const Ways = ({ links }: Pick<VerticalEntry, 'links'>) => (
  <Card>
    {links.map(({ label, path }) => (
      <LinkRow key={path} title={label} to={path} />
    ))}
  </Card>
)

const offering = verticals.find(({ offers }) => offers !== undefined)

const Offers = () => {
  const { items, phase, error, reload, more } = usePages('offers', async (cursor) =>
    offering?.offers === undefined ? { ok: true, data: { items: [] } } : offering.offers(call, cursor),
  )
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  if (offering === undefined) return null
  if (phase === 'loading') return <OfferGridSkeleton />
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (items.length === 0) return <PageState title={t.home.empty} note={t.home.emptyNote} />
  return (
    <>
      <OfferGrid offers={items} />
      <ListFoot phase={phase} onMore={more} />
    </>
  )
}
