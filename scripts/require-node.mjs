// Plain JavaScript on purpose: it has to run on the very Node it refuses.
const wanted = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `taropay needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}. Install it from https://nodejs.org and run the command again.`,
  )
  process.exit(1)
}
