// Starts a demo in a work folder of its own and goes through the console from the outside, one
// script after the other: npm test [-- SCRIPT ...]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const SCRIPTS = ['sign-in', 'keys', 'conflict', 'move', 'rewind', 'alerts', 'map', 'lab']
const DEMO = ['--orders', '400', '--couriers', '16', '--speed', '10', '--port', '0']
/** In a new clone everything is fetched and built first. */
const START_MS = 1_200_000
const SCRIPT_MS = 600_000

const wanted = process.argv.slice(2)
const work = mkdtempSync(join(process.env.E2E_WORK ?? tmpdir(), 'antar-e2e-'))
const log = join(work, 'demo.log')

const ended = (child) =>
  new Promise((done) => {
    child.once('exit', (code, signal) => done(code ?? signal))
  })

function demo() {
  const out = openSync(log, 'w')
  return spawn(join(here, '../../antar'), ['demo', ...DEMO, '--work', join(work, 'engine')], {
    stdio: ['ignore', out, out],
  })
}

/** The first orders are on the board. */
async function begun(town) {
  const end = Date.now() + START_MS
  while (Date.now() < end && town.exitCode === null) {
    if (await hasOrders()) return
    await new Promise((done) => setTimeout(done, 1_000))
  }
  throw new Error(`The demo did not begin:\n${readFileSync(log, 'utf8').slice(-3_000)}`)
}

async function hasOrders() {
  const file = join(work, 'engine', 'tokens.json')
  if (!existsSync(file)) return false
  try {
    const { engineOf } = await import('./engine.mjs')
    return (await engineOf(join(work, 'engine')).ask('/v1/board')).orders.length > 3
  } catch {
    return false
  }
}

async function run(script) {
  const began = Date.now()
  const child = spawn('node', [join(here, `${script}.mjs`), join(work, 'engine')], {
    stdio: 'inherit',
    cwd: here,
    timeout: SCRIPT_MS,
  })
  const status = await ended(child)
  const seconds = Math.round((Date.now() - began) / 1_000)
  console.log(`${status === 0 ? 'good' : `FAILED (${status})`}: ${script}, ${seconds} s\n`)
  return status === 0
}

const town = demo()
const over = ended(town)
let failed = 0
try {
  await begun(town)
  for (const script of wanted.length ? wanted : SCRIPTS) if (!(await run(script))) failed++
} finally {
  town.kill('SIGTERM')
  await over
  if (!failed) rmSync(work, { recursive: true, force: true })
}
console.log(failed ? `${failed} failed; what the demo said is in ${log}` : 'All good.')
process.exit(failed ? 1 : 0)
