// Findings of many flows become causes: grouped by their root, most costly first, bounded.
import { expect, test } from 'vitest';
import { CauseBook } from '../../src/annotate/causes.ts';
import { subjectId } from '../../src/annotate/finding.ts';
import { judgeScript } from '../rules/judge-script.ts';

const HOSTS = '# A story.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\ncarol = 198.51.100.30:5060\n\n';

async function reportsOf(lines: string) {
  return (await judgeScript(`${HOSTS}${lines}\nend +60\n`)).reports;
}

function refused(call: number, callee = 'bob', phrase = '404 Not Found'): string {
  return `+1 alice -> ${callee} MESSAGE @c${call}\n+0.02 ${callee} -> alice ${phrase} @c${call}\n`;
}

test('the same refusal of one host in many flows is one cause', async () => {
  const book = new CauseBook();
  for (const report of await reportsOf(refused(1) + refused(2) + refused(3) + refused(4) + refused(5, 'carol')))
    book.add(report);
  const [first, second, ...others] = book.causes();
  expect(others).toEqual([]);
  expect([first?.flows, first?.findings, first?.examples.length]).toEqual([4, 4, 3]);
  expect(second?.flows).toBe(1);
  expect((first?.last.timeUs ?? 0) - (first?.first.timeUs ?? 0)).toBe(3 * 1_020_000);
});

test('another reason phrase is another cause', async () => {
  const book = new CauseBook();
  for (const report of await reportsOf(refused(1) + refused(2, 'bob', '404 No route to number'))) book.add(report);
  expect(book.causes()).toHaveLength(2);
});

test('a rule that explains a response shares its cause and names it', async () => {
  const book = new CauseBook();
  const [report] = await reportsOf(
    '0.0 alice -> bob MESSAGE\n+0.02 bob -> alice 405 Method Not Allowed\n       | -Allow',
  );
  if (report) book.add(report);
  expect(report?.findings.map(({ rule, explainedBy }) => [rule, explainedBy])).toEqual([
    ['405-without-allow', undefined],
    ['response/405', '405-without-allow'],
  ]);
  const causes = book.causes();
  expect(causes).toHaveLength(1);
  expect(causes[0]?.title.key).toBe('rules/405-without-allow/title');
  expect([causes[0]?.flows, causes[0]?.findings]).toEqual([1, 2]);
});

test('advice does not lead a failure: title and severity of a cause come from one finding', async () => {
  const book = new CauseBook();
  const [report] = await reportsOf('0.0 alice -> bob PUBLISH\n+0.02 bob -> alice 501 Not Implemented\n       | -Allow');
  if (report) book.add(report);
  expect(report?.findings.map(({ rule, severity, explainedBy }) => [rule, severity, explainedBy])).toEqual([
    ['501-without-allow', 'warning', 'response/501'],
    ['response/501', 'error', undefined],
  ]);
  const causes = book.causes();
  expect(causes.map(({ severity, title }) => [severity, title.key])).toEqual([['error', 'annotate/title']]);
  expect(causes[0]?.examples[0].finding.rule).toBe('response/501');
});

test('a milder case of another flow neither names a cause nor stands first in it', async () => {
  const reports = await reportsOf(refused(1) + refused(2) + refused(3) + refused(4));
  const book = new CauseBook();
  for (const [index, report] of reports.entries()) {
    const findings = report.findings.map((finding) => ({
      rule: finding.rule,
      basis: finding.basis,
      confidence: finding.confidence,
      title: finding.title,
      explanation: finding.explanation,
      fix: finding.fix,
      evidence: finding.evidence,
      references: finding.references,
      fingerprint: finding.fingerprint,
      cause: 'one',
      severity: index === 3 ? ('error' as const) : ('warning' as const),
    }));
    book.add({ flow: report.flow, findings, undecided: [], annotations: report.annotations });
  }
  const [cause] = book.causes();
  expect([cause?.severity, cause?.flows, cause?.examples.length]).toEqual(['error', 4, 3]);
  expect(cause?.examples.map(({ report }) => subjectId(report))).toEqual(['message-4', 'message-1', 'message-2']);
});

test('what is costly comes first: severity, then the number of flows', async () => {
  const book = new CauseBook();
  const busy = [1, 2, 3].map(
    (call) =>
      `+1 alice -> bob INVITE @b${call}\n+0.02 bob -> alice 486 Busy Here @b${call}\n+0.02 alice -> bob ACK @b${call}\n`,
  );
  for (const report of await reportsOf(busy.join('') + refused(9, 'carol'))) book.add(report);
  expect(book.causes().map(({ severity, flows }) => [severity, flows])).toEqual([
    ['error', 1],
    ['info', 3],
  ]);
});

test('a book is full at its bound, and counts what it does not keep', async () => {
  const book = new CauseBook(1);
  for (const report of await reportsOf(refused(1) + refused(2, 'carol') + refused(3))) book.add(report);
  expect(book.causes()).toHaveLength(1);
  expect(book.causes()[0]?.flows).toBe(2);
  expect(book.uncounted).toBe(1);
});

test('a fingerprint outlives the recording: other times, ports and Call-IDs, the same problem', async () => {
  const [one] = await reportsOf(refused(1));
  const [other] = await reportsOf(
    `+7 alice -> carol OPTIONS @x\n+0.1 carol -> alice 200 OK @x\n${refused(1)}`.replaceAll('@c1', '@z'),
  ).then((all) => all.filter(({ findings }) => findings.length > 0));
  expect(one?.findings[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(other?.findings[0]?.fingerprint).toBe(one?.findings[0]?.fingerprint);
  const [busy] = await reportsOf(refused(1, 'bob', '486 Busy Here'));
  expect(busy?.findings[0]?.fingerprint).not.toBe(one?.findings[0]?.fingerprint);
});
