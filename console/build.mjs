// What Maven calls: installs, checks, builds and tests, each only if something has changed since it
// last went well. `node build.mjs build`, `node build.mjs test`.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(here)

const LOCK = ['package.json', 'package-lock.json', '.npmrc']
const SETTINGS = ['tsconfig.json', 'biome.json', 'vite.config.ts', 'index.html']

function sources() {
  const names = readdirSync('src', { recursive: true, withFileTypes: true })
  return names.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name))
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function once(stamp, files, result, ...steps) {
  const print = fingerprint(files)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  for (const step of steps) run(step)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, print)
}

function run(args) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

const quiet = '--loglevel=error'
const all = () => [...LOCK, ...SETTINGS, ...sources()]
const steps = {
  build: () => {
    once('node_modules/.installed', LOCK, 'node_modules', ['ci', '--ignore-scripts', quiet])
    once(
      'target/built',
      all(),
      'target/classes/console/index.html',
      ['run', quiet, 'check'],
      ['run', quiet, 'build', '--', '--logLevel', 'warn'],
    )
  },
  test: () => once('target/tested', all(), '.', ['run', quiet, 'test', '--', '--reporter=dot']),
}

const step = steps[process.argv[2]]
if (!step) throw new Error(`There is no step ${process.argv[2]}.`)
step()
