/** Posts each setting to its door below `/__emulator/`, as a person would. Throws ConsoleError, whose message names the door. */
export const setConsoles = async (address: string, consoles: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const [door, body] of Object.entries(consoles)) {
    const answer = await fetch(`${address}/__emulator/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new ConsoleError(door, await answer.text())
  }
}

class ConsoleError extends Error {
  override readonly name = 'ConsoleError'

  constructor(door: string, answer: string) {
    super(`the setting "${door}" under "consoles" of the configuration is refused: ${answer}`)
  }
}
