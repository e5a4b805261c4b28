// The compiled program becomes a few files, so that it starts sooner: opening a hundred small ones takes as long as Node
// itself. What a command does not need stays in chunks of its own. The library beside it is left as it is.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const [dist = 'dist'] = process.argv.slice(2);
const directory = join(dist, 'cli');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const build = await rolldown({
  input: { main: join(directory, 'main.js') },
  platform: 'node',
  // Dependencies are installed beside it, under their own licences.
  external: (id) => Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`)),
});
const { output } = await build.generate({
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // A third of the bytes: they are parsed at every start. The library beside it stays readable.
  minify: true,
});
await build.close();

rmSync(directory, { recursive: true });
mkdirSync(directory);
for (const file of output)
  writeFileSync(join(directory, file.fileName), file.type === 'chunk' ? file.code : file.source);
chmodSync(join(directory, 'main.js'), 0o755);
