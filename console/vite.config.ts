import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const OUT = 'target/classes/console'
const SMALL = 1024

/** Packs each file once, so that the gateway need not do so at every request. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' })) {
      if (/\.(js|css|svg)$/.test(name)) pack(join(OUT, name))
    }
  },
}

function pack(file: string) {
  const content = readFileSync(file)
  if (content.length < SMALL) return
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content))
}

/** As an engine for development says of its page. */
const development: Plugin = {
  name: 'development',
  apply: 'serve',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { name: 'antar-mode', content: 'development' }, injectTo: 'head' },
  ],
}

/** While working, requests go on to an engine, which takes them for those of its own page. */
const target = process.env.ENGINE ?? 'http://localhost:8080'
const engine = { target, ws: true, changeOrigin: true, headers: { origin: target } }

export default defineConfig({
  base: '/console/',
  build: {
    outDir: OUT,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1100,
  },
  plugins: [packed, development],
  server: { proxy: { '/v1': engine, '/health': engine, '/console/session': engine } },
})
