// Text becomes XML. What XML 1.0 cannot hold at all, not even as a reference, is spelled out first.
import { printable } from './printable.ts';

/** Characters that are no XML 1.0 characters and that `printable` leaves alone: noncharacters of the first plane. */
const NO_XML = /[\ufffe\uffff]/g;
const MARKUP = /[&<>"'\n\t\r]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line of text for an attribute or an element. */
export function xmlText(text: string, max?: number): string {
  return escaped(printable(text, max));
}

/** Lines that are printable already as the content of an element. */
export function xmlLines(lines: readonly string[]): string {
  return lines.map(escaped).join('\n');
}

function escaped(text: string): string {
  return text
    .replace(NO_XML, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)
    .replace(MARKUP, (char) => REFERENCES[char] ?? `&#${char.charCodeAt(0)};`);
}

/** An element; attributes that are undefined are left out, their values are made harmless. `content` is XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value), 1_000)}"`)
    .join('');
  return content === undefined || content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
