// The English of the command line: help, complaints, and what else it says on standard error.

const help = {
  program: 'Reads a SIP packet capture and says what failed, why, which packets prove it, and who must change what.',
  usage: '[command] <capture...> [options]',
  version: 'print the version',
  help: 'print this help',
  helpCommand: 'print the help of a command',
  captures:
    'Captures are pcap, pcapng, snoop or Network Monitor files, compressed (gzip, zstd) or not, texts with SIP messages (logs of a PBX, traces of SIPp, sngrep), directories (every capture in them), or - for standard input. Several are merged by time. <text> matches a part, /…/ is a regular expression; times are UTC: 2026-11-20T11:09:00Z, 11:09:00, or +12.5 (seconds from the start). A filter that is given several times keeps what matches any of its values.',
  exitStatus:
    'Exit status: 0 nothing at or above the threshold; 1 something is; 2 the command line or a capture could not be used, or there was nothing to judge: no SIP message was recorded, or no flow passes the filters.',
  ignoreList:
    'An ignore list has one entry a line: a rule (missing-ack, response/404, response/4xx) or the fingerprint of a finding; # begins a comment. What a rule could not judge never fails a build.',
} as const;

/** Headings of the help; the names are commander's. */
const titles = {
  'Usage:': 'Usage:',
  'Arguments:': 'Arguments:',
  'Options:': 'Options:',
  'Commands:': 'Commands:',
  examples: 'Examples:',
  choices: 'choices: {choices}',
} as const;

/** What each example does. */
const examples = {
  analyze: 'what went wrong, why, and who must change what',
  report: 'the same to paste into a ticket',
  flows: 'the flows in which a 5xx was answered',
  messages: 'every SIP message of two captures, merged by time',
  pipe: 'read from standard input',
  check: 'the same as a gate for CI, by its exit status',
  explain: 'what a status code, a rule, a header or a word means',
  compare: 'two status codes side by side',
} as const;

const commands = {
  analyze: 'what happened, what went wrong, why, and who must change what (default)',
  check: 'the same as a gate for CI: the exit status says whether the recording passes',
  messages: 'every SIP message, one a line',
  flows: 'every flow (call, registration, …), one a line',
  ladder: 'the ladder (call-flow) diagram of each flow',
  snapshot: 'the flows in a normalized text form that can be committed and compared',
  explain: 'what a status code, a rule, a method, a header, a cause, a timer or a word means',
  compare: 'two status codes, or classes of them, side by side',
  rules: 'every rule with its severity, basis and one-line summary',
} as const;

const operands = {
  capture: 'files, directories, or - for standard input',
  code: 'a status code or class: 486, 4xx',
  other: 'another one',
} as const;

const options = {
  format: 'output format, {format} if not given',
  output: 'write there; the extension picks the format (may be given several times)',
  lang: 'language of every sentence: {languages}',
  color: 'colour even where the output is no terminal',
  noColor: 'no colour',
  callId: 'keep flows with this Call-ID',
  kind: 'keep flows of this kind',
  method: 'keep flows with a request of this method',
  status: 'keep flows with this status: 404 or 4xx',
  from: 'keep flows whose From matches',
  to: 'keep flows whose To matches',
  host: 'keep flows that touch this address',
  rule: 'keep flows with a finding of this rule: missing-ack, response/404',
  since: 'keep flows that are not over before',
  until: 'keep flows that begin no later',
  config: 'settings; without it siplens.config.{extensions} here or in a parent directory',
  keylog: 'decrypt TLS with these secrets: an NSS key log (may be given several times)',
  quiet: 'no progress and no notices on standard error',
  verbose: 'say more on standard error',
  times: 'tell how long after the message before each one came, rounded',
  header: 'keep this header too (may be given several times)',
  failOn: 'lowest severity that fails (default: error)',
  maxWarnings: 'fail on more warnings than this',
  allowEmpty: 'pass a recording in which there is nothing to judge',
  ignore: 'let findings of this rule, or with this fingerprint, pass; @file for a list',
  baseline: 'let findings pass that were there before: this file names them',
  updateBaseline: 'write the findings that would fail to the file of --baseline, and pass',
  snapshot: 'fail where the flows are not those of this file, which siplens snapshot writes',
  update: 'write the flows to the file of --snapshot, and pass',
} as const;

/** Names of what an option or command takes, as they stand in its usage: `--output <file>`. */
const placeholders = {
  name: 'name',
  file: 'file',
  language: 'language',
  text: 'text',
  kind: 'kind',
  code: 'code',
  id: 'id',
  time: 'time',
  severity: 'severity',
  count: 'count',
  rule: 'rule',
  capture: 'capture',
  topic: 'topic',
  command: 'command',
  options: 'options',
} as const;

/** Mistakes on the command line, and what the parser says of them. */
const mistakes = {
  missingArgument: "missing required argument '{name}'",
  missingValue: "option '{option}' needs a value",
  unknownOption: "unknown option '{option}'",
  unknownCommand: "unknown command '{command}'",
  tooManyArguments: 'too many arguments: {expected} expected, {got} given',
  invalidOption: "option '{option}' cannot be '{value}'. {why}",
  invalidArgument: "argument '{argument}' cannot be '{value}'. {why}",
  didYouMean: '(Did you mean {names}?)',
  allowed: 'Allowed choices are {choices}.',
  wholeNumber: 'A whole number is expected.',
} as const;

/** What is said while a command runs; captured text and names of files in it are printable. */
const sentences = {
  unexpected: 'this should not have happened: {what}',
  about: '{name}: {problem}',
  aboutOption: '"{option}" {name}: {problem}',
  badOption: '"{option}" {problem}',
  standardInput: 'standard input',
  standardOutput: 'standard output',
  nothingCame: 'nothing came',
  stdinTwice: '"-" (standard input) can be given only once',
  tooManyCaptures: '{count} captures: more than {most} cannot be merged; merge some of them first',
  emptyFile: 'the file is empty',
  looksLike: 'not a capture: it looks like {what}',
  noCapture: 'not a capture (pcap, pcapng, snoop, Network Monitor, or SIP as text)',
  noSuchCommand: '{problem}, and no such command; did you mean {command}?',
  emptyDirectory: 'no capture in this directory',
  skipped: 'skipped what is not a capture: {names}',
  skippedMore: 'skipped what is not a capture: {names}, and {count} more',
  replaced: 'the file is another one now than when it was opened; run siplens again',
  counts:
    '{format}, {bytes, plural, one {# byte} other {# bytes}}, {packets, plural, one {# packet} other {# packets}}, {messages, plural, one {# SIP message} other {# SIP messages}}',
  noSecrets: 'no TLS secrets in it (a key log has lines like CLIENT_RANDOM … …)',
  keyLogCut: 'too large for a key log; only its beginning is used',
  badRule: '"--rule" expected a rule such as missing-ack or response/404, got "{got}"; siplens rules lists them',
  badStatus: '"--status" expected a code such as 404 or a class such as 4xx, got "{got}"',
  badTime:
    '"{option}" expected a time such as 2026-11-20T11:09:00Z, 11:09:00 or +12.5 (seconds from the start), got "{got}"',
  noFormat: '-o {name}: the extension "{extension}" names no format of this command; add -f <{formats}>',
  isCapture: 'this is one of the captures; it will not be written over',
  updateNeedsBaseline: '"--update-baseline" needs --baseline <file>, which it writes',
  updateTakesNoFilter: '"--update-baseline" takes no filter: what the filter leaves out would be lost',
  updateWritesIt: '{problem}; --update-baseline writes it',
  updateNeedsSnapshot: '"--update" needs --snapshot <file>, which it writes',
  snapshotWritesIt: '{problem}; --update writes it',
  badHeader: '"--header" expected the name of a header, got "{got}"',
  snapshotLeft:
    '{count, plural, one {# further flow is} other {# further flows are}} left out: a snapshot holds the first {most}',
  snapshotEmpty: 'there is no flow to write: no SIP was recorded, or no flow passes the filter',
  summaryCut: 'The rest is too long for a step summary.',
  reading: 'reading {amount}  {speed}',
  readingShare: 'reading {bar} {percent}  {amount} of {total}  {speed}',
  megabytes: '{count} MB',
  megabytesPerSecond: '{count} MB/s',
} as const;

/** What a file may look like that is no capture. */
const looks = {
  png: 'a PNG image',
  jpeg: 'a JPEG image',
  gif: 'a GIF image',
  zip: 'a ZIP archive; unpack it first',
  sevenZip: 'a 7z archive; unpack it first',
  rar: 'a RAR archive; unpack it first',
  xz: 'XZ data; unpack it first (xz -d)',
  bzip2: 'bzip2 data; unpack it first (bzip2 -d)',
  pdf: 'a PDF document',
  program: 'a program',
  riff: 'a RIFF file (audio or video)',
  cut: 'one cut off within its header',
  binary: 'binary data of an unknown kind',
  text: 'text without SIP messages',
  html: 'an HTML page',
  xml: 'XML',
  json: 'JSON',
  unreadable: 'a file that cannot be read',
} as const;

/** Why a file operation failed, by its code. */
const reasons = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'no such file: a part of the path is not a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a directory',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  EIO: 'the device reported a read error',
  other: 'cannot be used ({code})',
  unknown: 'cannot be used',
} as const;

/** Every text of the command line. */
export const cli = {
  help,
  titles,
  examples,
  commands,
  operands,
  options,
  placeholders,
  mistakes,
  sentences,
  looks,
  reasons,
} as const;
