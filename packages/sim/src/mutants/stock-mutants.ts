import { noTidying } from './layers.ts'
import type { Mutant } from './mutant.ts'
import { sources } from './sources.ts'

const reserve = 'core/src/holds/reserve-hold.ts'
const release = 'core/src/holds/release-hold.ts'
const takeBack = 'core/src/holds/take-back-hold.ts'

/** Bugs in what orders compete for. */
export const stockMutants: readonly Mutant[] = [
  {
    id: 'reserve-twice',
    bug: 'A request that is repeated takes its pieces off the shelf again',
    source: sources.stockTwice,
    patches: [
      {
        file: reserve,
        find: "if (hold !== undefined) return { answer: hold.state === 'released' ? 'over' : 'reserved', record }",
        replace:
          "if (hold !== undefined && hold.state !== 'held') return { answer: hold.state === 'released' ? 'over' : 'reserved', record }",
      },
    ],
  },
  {
    id: 'release-twice',
    bug: 'A release that is repeated puts the pieces on the shelf again',
    source: sources.restockUnsold,
    patches: [
      { file: release, find: "  if (hold?.state === 'released') return { answer: 'released', record }\n", replace: '' },
    ],
  },
  {
    id: 'sold-pieces-released',
    bug: 'Releasing gives sold pieces back',
    source: sources.restockUnsold,
    patches: [
      {
        file: release,
        find: "  if (hold?.state === 'committed') return { answer: 'committed', record }\n",
        replace: '',
      },
      {
        file: 'core/src/shop/shop.ts',
        find: "const effect: ShopEffect = { kind: 'shop.takeBackStock', pieces, part: 'all' }",
        replace: "const effect: ShopEffect = { kind: 'shop.releaseStock', pieces: piecesOf(detail) }",
      },
    ],
  },
  {
    id: 'reserve-after-release',
    bug: 'A reservation that comes after the cancellation holds pieces for ever',
    source: sources.stockNotReleased,
    patches: [
      {
        file: reserve,
        find: "if (hold !== undefined) return { answer: hold.state === 'released' ? 'over' : 'reserved', record }",
        replace: "if (hold !== undefined && hold.state !== 'released') return { answer: 'reserved', record }",
      },
    ],
    mask: noTidying,
  },
  {
    id: 'oversold',
    bug: 'The last piece is sold twice',
    source: 'https://github.com/shopperlabs/shopper/issues/510',
    patches: [
      {
        file: reserve,
        find: "if (record.available < whole(quantity)) return { answer: 'short', record }",
        replace: '',
      },
    ],
  },
  {
    id: 'short-is-good-enough',
    bug: 'An order goes on although its pieces could not be held',
    source: sources.chargedOutOfStock,
    patches: [
      {
        file: 'backend/src/use-cases/shop/hold-stock.ts',
        find: 'if (worst === undefined) return ok(undefined)',
        replace: 'if (worst === undefined || worst.available === 0) return ok(undefined)',
      },
    ],
  },
  {
    id: 'returned-twice',
    bug: 'A return that is told twice is counted in twice',
    source: sources.morePiecesBack,
    patches: [
      {
        file: takeBack,
        find: "  if (hold.back?.[part] !== undefined) return { answer: 'back', record }\n",
        replace: '',
      },
    ],
  },
  {
    id: 'held-forgotten',
    bug: 'Housekeeping releases what open orders hold',
    source: sources.restockUnsold,
    patches: [
      {
        file: 'backend/src/use-cases/housekeeping/tidy-holds.ts',
        find: 'const tidyAfterMs = 24 * 3_600_000',
        replace: 'const tidyAfterMs = 60_000',
      },
      {
        file: 'backend/src/use-cases/housekeeping/tidy-holds.ts',
        find: "order === undefined || (order.state === 'closed' && order.outbox.length === 0)",
        replace: 'true',
      },
    ],
  },
  {
    id: 'only-the-first-line-held',
    bug: 'Only the first article of an order is held',
    source: sources.chargedOutOfStock,
    patches: [
      {
        file: 'backend/src/use-cases/shop/hold-stock.ts',
        find: '    lines.map(({ skuId, quantity }) => deps',
        replace: '    lines.slice(0, 1).map(({ skuId, quantity }) => deps',
      },
    ],
  },
  {
    id: 'commit-forgotten',
    bug: 'Sold pieces stay held and come back to the shelf in the end',
    source: sources.stockTwice,
    patches: [
      {
        file: 'core/src/shop/shop.ts',
        find: "{ key: 'stock:commit', effect: { kind: 'shop.commitStock', pieces: piecesOf(detail) } }",
        replace: "{ key: 'stock:commit', effect: { kind: 'shop.releaseStock', pieces: piecesOf(detail) } }",
      },
    ],
  },
  {
    id: 'coupon-used-twice',
    bug: 'Two orders at once use the same coupon',
    source: sources.voucherRace,
    patches: [
      {
        file: 'backend/src/use-cases/shop/hold-coupons.ts',
        find: 'return couponId === undefined ? ok(undefined)',
        replace: 'return couponId === undefined || at === 0 ? ok(undefined)',
      },
    ],
  },
  {
    id: 'coupon-lost-with-the-order',
    bug: 'A coupon of a cancelled order is gone',
    source: sources.couponReused,
    patches: [
      {
        file: 'backend/src/use-cases/shop/hold-coupons.ts',
        find: 'await deps.coupons.uses.release(',
        replace: 'await deps.coupons.uses.commit(',
      },
    ],
  },
  {
    id: 'coupon-back-after-use',
    bug: 'A coupon comes back although its order is a sale',
    source: sources.couponRace,
    patches: [
      {
        file: 'backend/src/use-cases/shop/hold-coupons.ts',
        find: 'await deps.coupons.uses.commit(',
        replace: 'await deps.coupons.uses.release(',
      },
    ],
  },
]
