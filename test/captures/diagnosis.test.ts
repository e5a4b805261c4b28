// Each recorded capture gets the diagnosis that an expert would give.
import { describe, expect, it, test } from 'vitest';
import { cases } from '../../fixtures/captures/cases.ts';
import { analyzeBytes, captureBytes, recordings, type Observed } from '../support/analysis.ts';
import { type Diagnosis, diagnoses } from './diagnoses.ts';

function saidOf({ reports }: Observed): Pick<Diagnosis, 'flows'> & { readonly findings: readonly string[] } {
  const findings = reports
    .flatMap((report) => report.findings)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, confidence, evidence }) => ({
      frame: evidence[0].sighting.frame,
      rule,
      said: `${rule} ${severity} ${confidence} ${evidence[0].sighting.frame}`,
    }));
  findings.sort((a, b) => a.frame - b.frame || (a.rule < b.rule ? -1 : 1));
  const byStart = [...reports].sort((a, b) => frameOf(a) - frameOf(b));
  return {
    flows: byStart.map(({ flow }) => `${flow.kind} ${flow.outcome}` as const),
    findings: findings.map(({ said }) => said),
  };
}

function frameOf({ flow }: Observed['reports'][number]): number {
  return flow.sightings[0]?.frame ?? 0;
}

function known(folder: string): Diagnosis {
  const diagnosis = diagnoses[folder];
  if (!diagnosis) throw new RangeError(`no diagnosis of ${folder}`);
  return diagnosis;
}

describe('the diagnoses', () => {
  it('speak of every capture', () => {
    expect(Object.keys(diagnoses).sort()).toEqual(cases.map(({ folder }) => folder));
  });

  test.each(recordings)('%s: is told as an expert tells it', async (folder, recorded) => {
    const { flows, findings, deviates } = known(folder);
    expect(saidOf(await analyzeBytes(captureBytes(recorded)))).toEqual({
      flows: deviates?.flows ?? flows,
      findings: deviates?.findings ?? findings,
    });
  });

  test.each(recordings.filter(([folder]) => known(folder).deviates))('%s: deviates, and differs for it', (folder) => {
    const { flows, findings, deviates } = known(folder);
    expect(deviates?.because.length).toBeGreaterThan(20);
    expect({ flows: deviates?.flows ?? flows, findings: deviates?.findings ?? findings }).not.toEqual({
      flows,
      findings,
    });
  });
});
