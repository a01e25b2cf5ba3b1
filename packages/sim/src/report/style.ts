/** The page's own style, light and dark. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2321, #e6ebe8); --line: light-dark(#dfe5e2, #2c3532); --hot: 7, 193, 96 }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #14191a); max-width: 76rem; margin: 2.5rem auto; padding: 0 1.25rem }
h1 { font-size: 1.7rem; letter-spacing: -.01em } h2 { margin-top: 2.5rem; font-size: 1.15rem }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0 }
dl div { border: 1px solid var(--line); border-radius: .6rem; padding: .7rem .9rem } dt { opacity: .65; font-size: .85em } dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); font-weight: 400 } thead th { position: sticky; top: 0; background: light-dark(#fff, #14191a); font-weight: 600 }
.heat td[style] { text-align: right; background: rgba(var(--hot), calc(var(--heat) * .75)) }
.chart td { width: 21% } .bar { display: block; height: .55rem; min-width: 2px; border-radius: 2px; background: #576b95 }
.bar.network { background: #10aeff } .bar.crashes { background: #fa9d3b } .bar.attackers { background: #fa5151 } .bar.fair { background: #07c160 }
`
