import { bundleLab } from './lab/bundle-lab.ts'
import { runOnAllCores } from './lab/run-on-all-cores.ts'
const lab = await bundleLab()
const [lives = '20000', scene, threads = '2'] = process.argv.slice(2)
const { tally } = await runOnAllCores(lab, { seed: 1, lives: Number(lives), scene: scene === 'all' ? undefined : scene, threads: Number(threads) })
console.log(lab, { ...tally, failures: tally.failures.slice(0, 3).map(f => [f.life, f.violations[0]?.what.slice(0, 200)]), lps: tally.lives / tally.cpuMs * 1000, awaits: tally.awaits / tally.lives, faults: tally.faults / tally.lives })
