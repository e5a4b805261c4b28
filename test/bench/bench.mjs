// Times siplens beside other tools on the same captures, in one interleaved run, and checks its counts against what the
// generator says it put in. Figures are medians; ratios are taken inside a round. Linux only (reads /proc).
//
//   npm run bench                                captures in .bench/, made there when missing
//   npm run bench -- --rounds 5 --folder /tmp/x --generator path/to/generate.mjs
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(root, '.bench') },
    generator: { type: 'string', default: join(root, '../shared/bench/generate.mjs') },
    only: { type: 'string', default: '' },
    'skip-check': { type: 'boolean', default: false },
  },
});

const siplens = [process.execPath, join(root, 'dist/cli/main.js')];
const captures = [
  { name: 'sip-only-100m.pcap', make: ['--calls', '20000'] },
  { name: 'mixed-rtp.pcap', make: ['--calls', '16600', '--rtp', '282', '--cps', '50'] },
].filter(({ name }) => name.includes(options.only));

const tools = [
  { name: 'siplens', command: (file) => [...siplens, 'analyze', file] },
  { name: 'sngrep', command: (file) => ['sngrep', '-N', '-q', '-l', '400000', '-I', file] },
  { name: 'sipgrep', command: (file) => ['sipgrep', '-C', '-I', file] },
  { name: 'tshark', command: (file) => ['tshark', '-n', '-r', file, '-q', '-z', 'sip,stat'] },
  { name: 'tcpdump', command: (file) => ['tcpdump', '-r', file, '-w', '/dev/null'] },
].filter(({ command }) => isInstalled(command('x')[0]));

// Node reads a file of certificates at its start when it is told to: that is a setting of the machine, not of siplens.
const environment = { ...process.env, TERM: 'xterm' };
delete environment.NODE_EXTRA_CA_CERTS;

function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v "${program}"`], { stdio: 'ignore' }).status === 0;
}

function prepare({ name, make }) {
  const file = join(options.folder, name);
  if (existsSync(file) && existsSync(`${file}.json`)) return file;
  if (!existsSync(options.generator)) {
    console.error(`bench: ${file} is not there, and no generator to make it with (--generator ${options.generator})`);
    process.exit(2);
  }
  mkdirSync(options.folder, { recursive: true });
  const made = spawnSync(process.execPath, [options.generator, ...make, '--out', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) process.exit(2);
  return file;
}

/** Runs one command to its end. Seconds of wall clock and CPU, peak resident megabytes (polled from /proc, so ± 5 ms). */
async function measure(command) {
  const started = process.hrtime.bigint();
  const child = spawn(command[0], command.slice(1), {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: environment,
  });
  let peakKb = 0;
  let ticks = 0;
  const poll = () => {
    try {
      peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? peakKb);
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ')[1].split(' ');
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has just ended: the last reading stands.
    }
  };
  const timer = setInterval(poll, 5);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  return { wall: Number(process.hrtime.bigint() - started) / 1e9, cpu: ticks / 100, peak: peakKb / 1024, code };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const show = (value, digits = 2) => value.toFixed(digits).padStart(9);

/** What siplens finds, counted from its own NDJSON. */
async function countFindings(file) {
  const child = spawn(siplens[0], [...siplens.slice(1), 'analyze', '-f', 'ndjson', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const counts = { missingAck: 0, noAnswerAtAll: 0, byStatus: {}, messages: 0, packets: 0, transactions: 0 };
  for await (const line of createInterface({ input: child.stdout })) {
    const item = JSON.parse(line);
    if (item.type === 'finding') {
      if (item.rule === 'missing-ack') counts.missingAck++;
      if (item.rule === 'unanswered-request') counts.noAnswerAtAll++;
      const status = /^response\/(\d+)$/.exec(item.rule)?.[1];
      if (status !== undefined) counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1;
    }
    if (item.type === 'summary')
      Object.assign(counts, { messages: item.messages, packets: item.packets, transactions: item.transactions });
  }
  return counts;
}

async function check(file) {
  const truth = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  const found = await countFindings(file);
  const expected = [
    ['packets', truth.packets, found.packets],
    ['messages', truth.sipMessages, found.messages],
    ['transactions', truth.transactions + truth.answered - truth.missingAck, found.transactions],
    ['missing ACKs', truth.missingAck, found.missingAck],
    ['never answered', truth.noAnswerAtAll, found.noAnswerAtAll],
    ...Object.entries(truth.byStatus).map(([status, count]) => [
      `${status} responses`,
      count,
      found.byStatus[status] ?? 0,
    ]),
    ['407 responses', truth.authChallenged, found.byStatus['407'] ?? 0],
  ];
  const wrong = expected.filter(([, want, got]) => want !== got);
  console.log(
    wrong.length === 0
      ? `  counts: all ${expected.length} equal the generator's`
      : '  counts that DIFFER from the generator:',
  );
  for (const [what, want, got] of wrong) console.log(`    ${what}: generator ${want}, siplens ${got}`);
  return wrong.length === 0;
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}, ${options.rounds} rounds, medians`,
);
let allRight = true;
for (const capture of captures) {
  const file = prepare(capture);
  console.log(`\n${capture.name}  ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const rounds = [];
  for (const { command } of tools) await measure(command(file)); // fills the page cache
  for (let round = 0; round < Number(options.rounds); round++) {
    const row = {};
    for (const { name, command } of tools) row[name] = await measure(command(file));
    rounds.push(row);
  }
  console.log('  tool         wall s     CPU s   peak MB   × siplens (wall)');
  for (const { name } of tools) {
    const of = (key) => median(rounds.map((row) => row[name][key]));
    const ratio = median(rounds.map((row) => row[name].wall / row.siplens.wall));
    const failed = rounds.some((row) => row[name].code !== 0) ? '  (exit status not 0)' : '';
    console.log(
      `  ${name.padEnd(8)} ${show(of('wall'))} ${show(of('cpu'))} ${show(of('peak'), 0)} ${show(ratio)}${failed}`,
    );
  }
  if (!options['skip-check']) allRight = (await check(file)) && allRight;
}
process.exitCode = allRight ? 0 : 1;
