// A script written in a test becomes messages that are easy to ask.
import { compileFlowScript, type CompiledFlow, type CompiledMessage } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

export const TWO_HOSTS = '# A flow of a test.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\n';
export const OVER_PROXY = `${TWO_HOSTS}proxy edge = 203.0.113.5:5060 record-route\n`;

export function compileText(text: string): CompiledFlow {
  return compileFlowScript(parseFlowScript(text));
}

export function textOf(message: CompiledMessage | undefined): string {
  return Buffer.from(message?.bytes ?? []).toString('latin1');
}

/** All values of a header as it is written in the message. */
export function valuesOf(message: CompiledMessage | undefined, name: string): string[] {
  const lines = textOf(message).split('\r\n\r\n')[0]?.split('\r\n') ?? [];
  return lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
}

export function valueOf(message: CompiledMessage | undefined, name: string): string | undefined {
  return valuesOf(message, name)[0];
}

export function branchOf(message: CompiledMessage | undefined): string | undefined {
  return /branch=([^;]+)/.exec(valueOf(message, 'Via') ?? '')?.[1];
}

export function startLineOf(message: CompiledMessage | undefined): string {
  return textOf(message).split('\r\n')[0] ?? '';
}
