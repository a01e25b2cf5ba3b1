import { Cron } from 'croner'
import type { FunctionSource, Trigger } from '../functions/function-source.ts'
import type { FunctionsService } from '../functions/functions-service.ts'
import { type EmulatorContext, HttpError, type Service } from '../service.ts'

/** Timer triggers of `config.json`: 7-field cron in UTC+8, on the emulator's clock. */
export const timersService = (context: EmulatorContext): Service => {
  let cancels: (() => void)[] = []
  let last = ''
  const functions = () => context.service<FunctionsService>('functions')

  const fire = async (functionName: string, trigger: Trigger) => {
    const answer = await context.invoke({
      functionName,
      // https://cloud.tencent.com/document/product/583/9708 : the time is UTC, to the second.
      event: {
        Type: 'Timer',
        TriggerName: trigger.name,
        Time: new Date(context.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
        Message: '',
      },
      source: 'wx_trigger',
    })
    if (!answer.ok) context.log(`timer of ${functionName} failed: ${answer.error?.message}`)
    return answer
  }

  const schedule = (source: FunctionSource, trigger: Trigger) => {
    const cron = parseCron(trigger.cron)
    if (cron === undefined) {
      context.log(`${source.folder}/config.json: the timer ${trigger.name} has no valid 7-field cron: ${trigger.cron}`)
      return
    }
    const next = (afterMs: number) => {
      const due = cron.nextRun(new Date(afterMs))
      if (due === null) return
      const cancel = context.clock.at(due.getTime(), async () => {
        cancels = cancels.filter((other) => other !== cancel)
        // The next is set first: a run that takes long, or fails, must not stop the timer.
        next(Math.max(due.getTime(), context.clock.now()))
        await fire(source.name, trigger)
      })
      cancels.push(cancel)
    }
    next(context.clock.now())
  }

  const scheduleAll = () => {
    const sources = functions().sources()
    last = fingerprint(sources)
    for (const cancel of cancels.splice(0)) cancel()
    for (const source of sources) for (const trigger of source.config.triggers) schedule(source, trigger)
  }

  return {
    name: 'timers',
    about: 'Timer triggers from config.json, 7-field cron in UTC+8; in the cloud they may fire twice, here on request.',
    start: () => {
      scheduleAll()
      // A reload may have changed a config.json.
      context.events.subscribe((event) => {
        if (event.name === 'reloaded' && fingerprint(functions().sources()) !== last) scheduleAll()
      })
    },
    reset: scheduleAll,
    routes: [
      {
        method: 'GET',
        path: '/__emulator/timers',
        about: 'The timers and when each fires next (emulator time).',
        handle: () =>
          functions()
            .sources()
            .flatMap((source) =>
              source.config.triggers.map((trigger) => ({
                function: source.name,
                name: trigger.name,
                cron: trigger.cron,
                nextMs: parseCron(trigger.cron)?.nextRun(new Date(context.clock.now()))?.getTime() ?? null,
              })),
            ),
      },
      {
        method: 'POST',
        path: '/__emulator/timers/fire',
        about: 'Fires the timer of a function now, as often as asked, at the same time: { function, times? }.',
        handle: async ({ body }) => {
          const source = functions()
            .sources()
            .find((one) => one.name === body.function)
          const trigger = source?.config.triggers[0]
          if (source === undefined || trigger === undefined)
            throw new HttpError(404, `the function ${String(body.function)} has no timer in its config.json`)
          const times = typeof body.times === 'number' ? Math.min(Math.max(body.times, 1), 100) : 1
          return Promise.all(Array.from({ length: times }, () => fire(source.name, trigger)))
        },
      },
    ],
  }
}

const fingerprint = (sources: readonly FunctionSource[]) =>
  JSON.stringify(sources.map(({ name, config }) => [name, config.triggers]))

const parseCron = (pattern: string): Cron | undefined => {
  if (pattern.trim().split(/\s+/).length !== 7) return undefined
  try {
    return new Cron(pattern, { timezone: 'Asia/Shanghai', paused: true })
  } catch {
    return undefined
  }
}
