// What people call the classes of packets, behind a number: `12,040 RTP`.
import type { PacketClass } from '../ledger/classes.ts';
import { catalogueOf } from '../languages/spoken.ts';
import { say } from '../text/say.ts';

/** `12,040 RTP`, `1 keep-alive`. */
export function countOfClass(name: PacketClass, count: number, locale: string): string {
  return `${grouped(count, locale)} ${say(catalogueOf(locale).report.packetClasses[name], { count }, locale)}`;
}

/** `44 others`: packets of classes that are not worth their names. */
export function countOfOthers(count: number, locale: string): string {
  return `${grouped(count, locale)} ${say(catalogueOf(locale).report.otherPackets, { count }, locale)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as people write it: `12,040`. */
export function grouped(count: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(count);
}
