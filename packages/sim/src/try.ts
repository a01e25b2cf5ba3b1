import { live } from './engine/life.ts'
const [seed = '1', count = '1000', only] = process.argv.slice(2)
const coverage = new Map()
const t = process.cpuUsage()
let faults = 0, awaits = 0, bad = 0
const started = Date.now()
if (only !== undefined) {
  const o = await live({ seed: Number(seed), life: Number(only), coverage, tell: console.log })
  console.log(o)
} else {
  for (let life = 0; life < Number(count); life++) {
    const o = await live({ seed: Number(seed), life, coverage })
    faults += o.faults; awaits += o.awaits
    if (o.violations.length > 0 && ++bad <= 5) console.log(life, o.violations.slice(0, 3).map(v => `${v.checker}: ${v.what.slice(0, 300)}`))
  }
  const cpu = process.cpuUsage(t)
  console.log({ bad, faults: faults / Number(count), awaits: awaits / Number(count), lps: Number(count) / ((cpu.user + cpu.system) / 1e6), ms: Date.now() - started })
}
