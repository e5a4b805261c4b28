// LINKTYPE_ numbers (tcpdump.org/linktypes.html) and the names they go by in output.

export const LINK_NULL = 0;
export const LINK_ETHERNET = 1;
/** DLT_RAW as some BSDs wrote it into files. */
export const LINK_RAW_BSD = 12;
export const LINK_RAW_OPENBSD = 14;
export const LINK_RAW_IP = 101;
export const LINK_LOOP = 108;
export const LINK_SLL = 113;
export const LINK_IPV4 = 228;
export const LINK_IPV6 = 229;
export const LINK_SLL2 = 276;
/** Added to the link types of other formats that have no LINKTYPE_ number: nobody will give these out. */
export const UNASSIGNED_LINK_TYPES = 0x10000;

const names: ReadonlyMap<number, string> = new Map([
  [LINK_NULL, 'bsd-null'],
  [LINK_ETHERNET, 'ethernet'],
  [LINK_RAW_BSD, 'raw-ip'],
  [LINK_RAW_OPENBSD, 'raw-ip'],
  [LINK_RAW_IP, 'raw-ip'],
  [LINK_LOOP, 'bsd-loop'],
  [LINK_SLL, 'linux-sll'],
  [LINK_IPV4, 'raw-ipv4'],
  [LINK_IPV6, 'raw-ipv6'],
  [LINK_SLL2, 'linux-sll2'],
]);

/** The name of a LINKTYPE_ number in output: `ethernet`, `linux-sll2`, or `linktype-<n>` for what is not decoded. */
export function linkTypeName(linkType: number): string {
  return names.get(linkType) ?? `linktype-${linkType}`;
}
