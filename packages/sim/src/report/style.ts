/** The page's own style, light and dark. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2321, #e6ebe8); --soft: light-dark(#5d6863, #9aa7a1); --line: light-dark(#dfe5e2, #2c3532); --paper: light-dark(#fff, #14191a); --card: light-dark(#f6f8f7, #1b2122);
  --good: light-dark(#067a3c, #3ddc84); --bad: light-dark(#c2281d, #ff7b72);
  --f0: light-dark(#6b8aa8, #7fa3c7); --f1: light-dark(#8a3ffc, #b794ff); --f2: light-dark(#c2281d, #ff7b72); --f3: light-dark(#b7791f, #f0b429); --f4: light-dark(#0b7a75, #39c5bb) }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 76rem; margin: 2.5rem auto; padding: 0 1.25rem }
h1 { font-size: 1.8rem; letter-spacing: -.01em; margin-bottom: .5rem; text-wrap: balance } h2 { margin-top: 2.75rem; font-size: 1.2rem } h3 { margin: 0; font-size: 1rem }
p { max-width: 46rem } .good { color: var(--good) }
.bad { border-left: 4px solid var(--bad); padding: .1rem 0 .1rem 1.25rem } .bad h2 { margin-top: .5rem; color: var(--bad) }
article { background: var(--card); border-radius: .6rem; padding: .8rem 1rem; margin: .75rem 0 } article ul { margin: .5rem 0 0; padding-left: 1.1rem; overflow-wrap: anywhere }
code { font: .9em ui-monospace, monospace; user-select: all }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0 }
dl div { background: var(--card); border-radius: .6rem; padding: .7rem .9rem } dt { color: var(--soft); font-size: .85em } dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400 } thead th { font-weight: 600 } th small { display: block; font-weight: 400; color: var(--soft); max-width: 11rem }
.chart td:not(.words) { width: 15%; white-space: nowrap } .bar { display: block; height: .6rem; border-radius: 3px; background: var(--bad); margin: .3rem 0 .1rem } .zero b { color: var(--good) } .words { color: var(--soft); max-width: 22rem } .chart tbody tr:last-child th { font-weight: 700 }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; color: var(--soft); font-size: .85rem; max-width: none }
.mark { display: inline-block; width: .62rem; height: .62rem; border-radius: 2px; margin-right: 3px; box-sizing: border-box; vertical-align: baseline } .legend .mark { margin-right: .4rem }
.f0 { background: var(--f0) } .f1 { background: var(--f1) } .f2 { background: var(--f2) } .f3 { background: var(--f3) } .f4 { background: var(--f4) } .never { border: 1px solid var(--line) }
details { margin: .6rem 0; border: 1px solid var(--line); border-radius: .6rem; padding: .5rem .9rem } summary { cursor: pointer; color: var(--soft) } summary b { color: var(--ink) }
.wide { overflow-x: auto } .chart { min-width: 48rem } .heat { min-width: 44rem; margin-top: .4rem } .heat th[scope=row] { white-space: nowrap; font-family: ui-monospace, monospace; font-size: .92em } .heat td { white-space: nowrap; width: 10% } .heat tr:last-child > * { border-bottom: 0 }
`
