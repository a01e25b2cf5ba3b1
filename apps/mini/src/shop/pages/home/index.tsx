import { Input, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { ListFoot } from '../../../components/list-foot.tsx'
import { OfferGrid, OfferGridSkeleton } from '../../../components/offer-grid.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Pressable } from '../../../components/pressable.tsx'
import { screen } from '../../../components/screen.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { categoryIn } from '../../category-in.ts'
import { Banner } from '../../components/banner.tsx'
import { shopFunction } from '../../contracts.ts'
import { offerOf } from '../../offer-of.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** All goods on sale, page by page; by category, or by words of the title. */
function ShopHome() {
  const [category, setCategory] = useState(categoryIn(useRouter().params.category))
  const [search, setSearch] = useState('')
  const { items, phase, error, reload, more } = usePages(`${category ?? ''}/${search}`, (cursor) =>
    call(shopFunction, 'listGoods', {
      ...(cursor !== undefined && { cursor }),
      ...(category !== undefined && { category }),
      ...(search !== '' && { search }),
    }),
  )
  const categories = useAnswer('categories', () => call(shopFunction, 'listCategories', {}))
  const told = categories.answer.phase === 'ready' ? categories.answer.data.items : []
  usePullDownRefresh(() => void Promise.all([reload(), categories.reload()]).finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  useShareAppMessage(() => ({
    title: category ?? s.home.title,
    path: `/shop/pages/home/index${category === undefined ? '' : `?category=${encodeURIComponent(category)}`}`,
  }))
  const everywhere = category === undefined && search === ''
  const everything = () => {
    setCategory(undefined)
    setSearch('')
  }
  return (
    <View className={styles.page}>
      <Input
        className={styles.search}
        confirmType="search"
        placeholder={s.search}
        maxlength={30}
        onConfirm={({ detail }) => setSearch(detail.value.trim())}
        // Whoever empties it looks for nothing any more.
        onInput={({ detail }) => {
          if (detail.value === '') setSearch('')
        }}
        {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': s.search } } : {})}
      />
      <View className={styles.categories}>
        {[...new Set([undefined, ...told, category])].map((name) => (
          <Pressable
            key={name ?? ''}
            selected={name === category}
            className={`${styles.category} ${name === category ? styles.chosen : ''}`}
            onPress={() => setCategory(name)}
          >
            {name ?? s.all}
          </Pressable>
        ))}
      </View>
      {everywhere && <Banner />}
      {phase === 'loading' && <OfferGridSkeleton />}
      {phase === 'failed' && <Failed note={explain(error)} retry={() => void reload()} />}
      {phase === 'end' && items.length === 0 && (
        <PageState
          title={everywhere ? s.empty : s.noResult}
          note={everywhere ? s.emptyNote : s.noResultNote}
          {...(!everywhere && { action: { label: s.home.title, run: everything } })}
        />
      )}
      {items.length > 0 && phase !== 'loading' && phase !== 'failed' && (
        <>
          <OfferGrid offers={items.map(offerOf)} />
          <ListFoot phase={phase} onMore={more} />
        </>
      )}
    </View>
  )
}

export default screen(ShopHome, s.home.title)
