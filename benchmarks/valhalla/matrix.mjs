// node matrix.mjs MAP PLACES.json: builds Valhalla's tiles from the map where that was not done
// before, and prints the milliseconds of its matrix, the best of five rounds, on the last line.
// A map that is not a .pbf is turned into one by Debian's osmium-tool.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Actor } from '@valhallajs/valhallajs';

const [map, placesFile] = process.argv.slice(2);
const work = join(tmpdir(), 'antar-bench-valhalla', basename(map));
const configFile = join(work, 'config.json');
const cli = join(import.meta.dirname, 'node_modules/@valhallajs/valhallajs/bin/valhalla-cli.js');
const valhalla = (...args) =>
  execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

if (!existsSync(configFile)) {
  mkdirSync(work, { recursive: true });
  let pbf = map;
  if (!map.endsWith('.pbf')) {
    pbf = join(work, 'map.osm.pbf');
    execFileSync('osmium', ['cat', '--overwrite', map, '-o', pbf]);
  }
  const config = JSON.parse(valhalla('build_config', '--mjolnir-tile-dir', join(work, 'tiles')));
  delete config.mjolnir.tile_extract;
  config.mjolnir.logging = config.thor.logging = config.loki.logging = { type: '' };
  config.mjolnir.global_synchronized_cache = false;
  for (const limits of Object.values(config.service_limits)) {
    if (limits.max_matrix_location_pairs) {
      limits.max_matrix_location_pairs = 1_000_000;
    }
  }
  const unfinished = `${configFile}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(config));
  valhalla('build_tiles', '-c', unfinished, pbf);
  writeFileSync(configFile, JSON.stringify(config));
}

const places = JSON.parse(readFileSync(placesFile, 'utf8'));
const query = JSON.stringify({
  sources: places.from,
  targets: places.to,
  costing: 'motor_scooter',
  verbose: false,
});
const actor = new Actor(readFileSync(configFile, 'utf8'));
let best = Infinity;
let answer = '';
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  answer = await actor.matrix(query);
  best = Math.min(best, performance.now() - start);
}
const durations = JSON.parse(answer).sources_to_targets.durations.flat();
console.log(`Valhalla found ${durations.filter((d) => d !== null).length} of ${durations.length} ways`);
console.log(best.toFixed(1));
