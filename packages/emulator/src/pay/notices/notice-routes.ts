import { HttpError, type Route, type RouteRequest } from '../../service.ts'
import type { Notice } from './notice.ts'
import type { NoticeService } from './notice-service.ts'

/** What a person or a test may do to notices. */
export const noticeRoutes = (service: NoticeService): readonly Route[] => {
  const find = ({ params }: RouteRequest): Notice => {
    const notice = service.notices.get(params.id ?? '')
    if (notice === undefined)
      throw new HttpError(404, `there is no notice ${params.id}; GET /__emulator/notices lists them`)
    return notice
  }
  return [
    {
      method: 'GET',
      path: '/__emulator/notices',
      about: 'every notice, newest first, with its deliveries; ?outTradeNo= for one order',
      handle: ({ query }) => ({
        notices: [...service.notices.values()]
          .filter((notice) => [null, notice.outTradeNo].includes(query.get('outTradeNo')))
          .reverse()
          .slice(0, Number(query.get('limit') ?? 200)),
      }),
    },
    {
      method: 'POST',
      path: '/__emulator/notices/:id/resend',
      about: 'delivers once more, now; answers what the function answered',
      handle: async (request) => ({ attempt: await service.resend(find(request)) }),
    },
    {
      method: 'POST',
      path: '/__emulator/notices/:id/alter',
      about: 'changes fields of the event for later deliveries: {event: {totalFee: 1}}',
      handle: (request) => {
        const { event } = request.body
        if (typeof event !== 'object' || event === null)
          throw new HttpError(400, 'event is an object of fields to change')
        const notice = find(request)
        service.alter(notice, event as Record<string, unknown>)
        return { notice }
      },
    },
    {
      method: 'POST',
      path: '/__emulator/notices/:id/drop',
      about: 'WeChat will not try again',
      handle: (request) => {
        const notice = find(request)
        service.drop(notice)
        return { notice }
      },
    },
  ]
}
