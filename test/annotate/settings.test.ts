// What a user may change about rules, and what no setting changes.
import { expect, test } from 'vitest';
import { askRules } from '../../src/annotate/rule-findings.ts';
import { traitsOf } from '../../src/rules/traits.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { judgeScript } from '../rules/judge-script.ts';

const SCRIPT = `# A refusal without Allow.
alice = 192.0.2.10:5060
bob = 198.51.100.20:5060

0.0 alice -> bob REGISTER
+0.02 bob -> alice 401 Unauthorized
+0.02 alice -> bob REGISTER
+0.02 bob -> alice 405 Method Not Allowed
       | -Allow
end +60
`;

async function severities(rules: Record<string, 'off' | 'info' | 'warning' | 'error'>) {
  const { reports } = await judgeScript(SCRIPT, { rules });
  return Object.fromEntries(reports.flatMap(({ findings }) => findings.map(({ rule, severity }) => [rule, severity])));
}

test('without settings every rule has its own severity', async () => {
  expect(await severities({})).toEqual({
    'response/401': 'info',
    '405-without-allow': 'error',
    'response/405': 'error',
  });
});

test('a rule can be made milder, stricter, or silent', async () => {
  expect(await severities({ '405-without-allow': 'warning', 'response/405': 'off' })).toEqual({
    'response/401': 'info',
    '405-without-allow': 'warning',
  });
});

test('a first challenge stays info whatever the setting of its number', async () => {
  expect((await severities({ 'response/401': 'error' }))['response/401']).toBe('info');
});

test('an annotation stays when the finding is switched off', async () => {
  const { reports } = await judgeScript(SCRIPT, { rules: { 'response/405': 'off' } });
  const statuses = reports.flatMap(({ annotations }) => [...annotations.keys()].map(({ message }) => message.status));
  expect(statuses).toEqual([401, 405]);
});

test('a rule that throws costs its own answer only', async () => {
  const { reports } = await judgeScript(SCRIPT);
  const broken = defineRule({
    id: 'broken',
    unit: 'flow',
    severity: 'error',
    basis: 'advice',
    references: ['RFC 3261 §1'],
    text: { summary: 'It breaks.' },
    check() {
      throw new TypeError('on purpose');
    },
  });
  const [report] = reports;
  if (!report) throw new Error('the script has a flow');
  const answers = askRules(report.flow, {}, traitsOf(report.flow), [broken]);
  expect(answers.findings).toEqual([]);
  expect(answers.undecided).toEqual([
    { rule: 'broken', because: { key: 'annotate/rule-failed', values: { rule: 'broken', reason: 'on purpose' } } },
  ]);
});
