// Russian of the reporters.
import type { ReportWords } from '../catalogue.ts';

const kinds: ReportWords['kinds'] = {
  call: '{count, plural, one {# вызов} few {# вызова} many {# вызовов} other {# вызова}}',
  registration: '{count, plural, one {# регистрация} few {# регистрации} many {# регистраций} other {# регистрации}}',
  subscription: '{count, plural, one {# подписка} few {# подписки} many {# подписок} other {# подписки}}',
  publication: '{count, plural, one {# публикация} few {# публикации} many {# публикаций} other {# публикации}}',
  message:
    '{count, plural, one {# мгновенное сообщение} few {# мгновенных сообщения} many {# мгновенных сообщений} other {# мгновенного сообщения}}',
  transaction:
    '{count, plural, one {# отдельная транзакция} few {# отдельные транзакции} many {# отдельных транзакций} other {# отдельной транзакции}}',
};

const outcomes: ReportWords['outcomes'] = {
  answered: 'отвечен',
  busy: 'занято',
  declined: 'отклонён',
  cancelled: 'отменён',
  'not-answered': 'не отвечен',
  redirected: 'перенаправление',
  succeeded: 'успешно',
  challenged: 'нужна аутентификация',
  failed: 'неудача',
  unanswered: 'нет ответа',
  'in-progress': 'продолжается',
  unknown: 'неизвестно',
};

const sentences: ReportWords['sentences'] = {
  packets:
    '{count, plural, one {{number} пакет} few {{number} пакета} many {{number} пакетов} other {{number} пакета}}',
  sipMessages:
    '{count, plural, one {{number} сообщение SIP} few {{number} сообщения SIP} many {{number} сообщений SIP} other {{number} сообщения SIP}}',
  captures: '{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}',
  moreCaptures: 'и ещё {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}',
  from: 'начиная с {time}',
  failed: 'с ошибкой: {count}',
  look: 'стоит посмотреть: {count}',
  fine: 'в порядке: {count}',
  allFine: 'всё в порядке, исправлять нечего',
  nothingWrong: 'ничего плохого не видно, записано лишь частично: {count}',
  partial: 'записано лишь частично: {count}',
  noFlows: 'Через фильтр не проходит ни один поток.',
  noSip: 'В этой записи не найдено ни одного сообщения SIP.',
  insteadOfSip:
    'В ней {count, plural, one {{number} пакет} few {{number} пакета} many {{number} пакетов} other {{number} пакета}}: {what}.',
  emptyCapture: 'В ней нет ни одного пакета: слишком узкий фильтр захвата, или запись остановлена слишком рано?',
  noSipHint: 'Тот ли это интерфейс и то ли время, и пропускает ли SIP фильтр захвата?',
  hintTls:
    'Внутри TLS может быть SIP ({count, plural, one {порт: {ports}} few {порты: {ports}} many {порты: {ports}} other {порты: {ports}}}): чтобы увидеть его, укажите ключи через --keylog.',
  hintIpsec: 'Внутри туннеля IPsec может быть SIP: записывайте за его концом или без шифрования.',
  hintLink: 'Кадры зашифрованы на канальном уровне (Wi-Fi, MACsec): записывайте за точкой доступа или коммутатором.',
  hintKeepAlive:
    'Есть пакеты keep-alive, которыми телефоны удерживают открытым путь к серверу, но сообщений за время записи никто не отправлял.',
  hintMedia: 'Есть медиапоток без сигнализации: SIP этих вызовов шёл другим путём, или его отсеял фильтр захвата.',
  quality: 'Качество записи',
  noLoss: 'потерь не видно',
  nothingCut: 'ничего не обрезано',
  clockSteady: 'часы идут ровно',
  mediaCut:
    '{count, plural, one {{number} пакет обрезан} few {{number} пакета обрезаны} many {{number} пакетов обрезаны} other {{number} пакета обрезаны}} до {length} байт, но SIP среди них нет',
  seenTwice:
    '{count, plural, one {{number} сообщение SIP записано дважды и учтено} few {{number} сообщения SIP записаны дважды и учтены} many {{number} сообщений SIP записаны дважды и учтены} other {{number} сообщения SIP записаны дважды и учтены}} один раз',
  packetsCut:
    '{packets, plural, one {# пакет обрезан} few {# пакета обрезаны} many {# пакетов обрезаны} other {# пакета обрезаны}} до {length} байт (snap length): повторите запись с -s 0, чтобы получить их целиком',
  messagesCut:
    'не полностью {count, plural, one {записано # сообщение SIP} few {записаны # сообщения SIP} many {записаны # сообщений SIP} other {записаны # сообщения SIP}}: то, чего там не видно, могло быть отправлено',
  responsesOnly:
    '{count, plural, one {# поток содержит} few {# потока содержат} many {# потоков содержат} other {# потока содержат}} ответы, запросов к которым не видно: там записано только одно направление',
  requestsOnly:
    '{count, plural, one {в # потоке} few {в # потоках} many {в # потоках} other {в # потока}} видно только одно направление: другая сторона молчала, или то, что она отправила, не записано',
  largestStep: 'самый большой скачок — {duration}',
  inCaptures:
    '{count, plural, one {в # записи} few {в # записях} many {в # записях} other {в # записи}}, впервые в {place}',
  capture: 'Запись',
  why: 'Почему',
  proof: 'Пакеты',
  fix: 'Что делать',
  flow: 'Поток',
  flows: 'Потоки',
  frame: 'Кадр',
  time: 'Время',
  direction: 'Откуда → куда',
  message: 'Сообщение',
  here: 'здесь',
  until: 'до {time}',
  silence: 'тишина {time}',
  omittedRows:
    'не показано: {count, plural, one {# сообщение} few {# сообщения} many {# сообщений} other {# сообщения}}',
  repeatedRows: 'то же ещё {count, plural, one {# раз} few {# раза} many {# раз} other {# раза}} до {time}',
  frameNumber: 'кадр {frame}',
  moreLadders:
    'не {count, plural, one {нарисован ещё # поток} few {нарисованы ещё # потока} many {нарисовано ещё # потоков} other {нарисовано ещё # потока}}; выбирайте через --call-id, --kind, --status и подобные',
  noLadders: 'рисовать нечего: нет потоков',
  accountAt: '{account} на {server}',
  moreFlows:
    'и ещё {count, plural, one {# поток} few {# потока} many {# потоков} other {# потока}} с той же причиной, {span}; список: {command}',
  moreEvidence: 'и ещё {count, plural, one {# кадр} few {# кадра} many {# кадров} other {# кадра}}',
  moreCauses:
    'здесь не {count, plural, one {показана ещё # причина} few {показаны ещё # причины} many {показано ещё # причин} other {показано ещё # причины}}; все: {command}',
  laterCauses: 'Другие причины, кратко',
  alsoSeen: 'Замечено, но не является ошибкой',
  undecided: 'Не удалось определить',
  moreLines: 'и ещё {count}: {command}',
  moreNotices:
    'ещё {count, plural, one {# уведомление} few {# уведомления} many {# уведомлений} other {# уведомления}}: {command}',
  connectionsFailed:
    '{count, plural, one {не удалось # соединение TLS} few {не удались # соединения TLS} many {не удалось # соединений TLS} other {не удалось # соединения TLS}}',
  connectionsLook:
    '{count, plural, one {# соединение TLS требует внимания} few {# соединения TLS требуют внимания} many {# соединений TLS требуют внимания} other {# соединения TLS требуют внимания}}',
  unreadTls: 'TLS, который не удалось прочесть',
  certificateOf: 'сертификат для {subject}, выдан {issuer}',
  connections: '{count, plural, one {# соединение} few {# соединения} many {# соединений} other {# соединения}}',
  inConnections:
    '{count, plural, one {в # соединении TLS} few {в # соединениях TLS} many {в # соединениях TLS} other {в # соединения TLS}}',
  moreConnections:
    '{count, plural, one {и ещё # соединение} few {и ещё # соединения} many {и ещё # соединений} other {и ещё # соединения}} по той же причине, {span}',
  inFlows: '{count, plural, one {в # потоке} few {в # потоках} many {в # потоках} other {в # потока}}',
  references: 'См. {references}',
  outcome: 'Исход',
  duration: 'Длительность',
  fromTo: 'От кого → кому',
  basis: 'Основание',
  meaning: 'Значение',
  usually: 'Обычные причины',
  retry: 'Повтор',
  noFaultWhen: 'Не ошибка, если',
  severity: 'Важность',
  rule: 'Правило',
  summary: 'Суть',
  source: 'Источник',
  headers: 'Заголовки',
  codes: 'Коды',
  perMethod: 'По методам',
  unregistered: 'не зарегистрирован в IANA',
};

const gate: ReportWords['gate'] = {
  passed: 'проверка пройдена',
  failed: 'проверка не пройдена',
  unusable: 'проверять нечего',
  nothingAt: 'нет замечаний уровня «{failOn}» и выше ({flows})',
  nothingFails: 'замечания проверку не останавливают («never») ({flows})',
  flows: '{count, plural, one {# поток} few {# потока} many {# потоков} other {# потока}}',
  findings:
    '{count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}} уровня «{failOn}» и выше',
  warnings:
    '{count, plural, one {# предупреждение} few {# предупреждения} many {# предупреждений} other {# предупреждения}}, допускается {allowed}',
  counted: 'ошибок: {error}, предупреждений: {warning}, сведений: {info}',
  first: 'первое',
  firstAt: '{rule} в {flow}, {place}: {title}',
  ignored: 'пропущено',
  ignoredCount:
    'по списку исключений: {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',
  unused: 'лишнее',
  unusedEntries:
    '{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}} списка исключений: {entries}',
  undecided: 'не определено',
  undecidedCount:
    'правила не смогли решить {count, plural, one {# раз} few {# раза} many {# раз} other {# раза}}; проверку это не останавливает',
  noPacket: 'не записано ни одного пакета',
  noSip:
    'ни одного сообщения SIP, хотя {count, plural, one {записан # пакет} few {записано # пакета} many {записано # пакетов} other {записано # пакета}}',
  noFlow: 'через фильтр не проходит ни один поток',
  noFlowAtAll: 'не записано ни одного потока',
  further: 'ещё {count, plural, one {# поток} few {# потока} many {# потоков} other {# потока}}',
  moreFindings:
    'ещё {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}} здесь не показано: их слишком много',
  infoLeftOut: 'замечаний, которые лишь к сведению («info»): {count}; здесь они не показаны',
  moreAnnotations: 'ещё {count} не показаны по отдельности',
  known: 'известные',
  knownCount:
    '{count, plural, one {# замечание было} few {# замечания было} many {# замечаний было} other {# замечания было}} и раньше: есть в базовом списке',
  gone: 'исчезло',
  goneEntries:
    'из базового списка больше не встретилось {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}: {entries}',
  recorded: 'записано',
  recordedCount:
    'в базовом списке теперь {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',
  snapshotKept: 'снимок {file}: потоки те же',
  snapshotChanged: 'снимок {file}: изменилось {changed}, нет {missing}, новых {added}',
  snapshotHead: 'снимок {file}: изменились узлы или их соединения',
  snapshotLeft:
    'ещё {count, plural, one {# поток не сравнивался} few {# потока не сравнивались} many {# потоков не сравнивались} other {# потока не сравнивались}}: в снимке их {most}',
  flowChanged: '{flow}: изменился',
  flowMissing: '{flow}: нет',
  flowNew: '{flow}: новый',
  moreDifferences: 'и ещё {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  hosts: 'узлы',
  mayPass: 'с --allow-empty это допускается',
};

const packetClasses: ReportWords['packetClasses'] = {
  sip: '{count, plural, one {пакет SIP} few {пакета SIP} many {пакетов SIP} other {пакета SIP}}',
  sipLike: '{count, plural, one {похожий} few {похожих} many {похожих} other {похожего}} на SIP',
  keepAlive:
    '{count, plural, one {пакет keep-alive} few {пакета keep-alive} many {пакетов keep-alive} other {пакета keep-alive}}',
  hep: 'HEP',
  rtp: 'RTP',
  rtcp: 'RTCP',
  stun: 'STUN',
  dtls: 'DTLS',
  zrtp: 'ZRTP',
  t38: 'T.38',
  mgcp: 'MGCP',
  h323: 'H.323',
  iax2: 'IAX2',
  skinny: 'Skinny',
  msrp: 'MSRP',
  diameter: 'Diameter',
  tls: 'TLS',
  quic: 'QUIC',
  http: 'HTTP',
  rtsp: 'RTSP',
  ssh: 'SSH',
  dns: 'DNS',
  mdns: 'mDNS',
  llmnr: 'LLMNR',
  netbios: 'NetBIOS',
  dhcp: 'DHCP',
  ntp: 'NTP',
  snmp: 'SNMP',
  syslog: 'syslog',
  radius: 'RADIUS',
  tftp: 'TFTP',
  ssdp: 'SSDP',
  otherUdp: '{count, plural, one {прочий UDP} few {прочих UDP} many {прочих UDP} other {прочего UDP}}',
  otherTcp: '{count, plural, one {прочий TCP} few {прочих TCP} many {прочих TCP} other {прочего TCP}}',
  sctp: 'SCTP',
  ipsec: 'IPsec',
  icmp: 'ICMP',
  igmp: 'IGMP',
  ospf: 'OSPF',
  otherIp: '{count, plural, one {прочий IP} few {прочих IP} many {прочих IP} other {прочего IP}}',
  arp: 'ARP',
  lldp: 'LLDP',
  stp: 'STP',
  eapol: '802.1X',
  encryptedLink:
    '{count, plural, one {зашифрованный} few {зашифрованных} many {зашифрованных} other {зашифрованного}} на канальном уровне',
  otherLink: 'без IP',
  fragment: '{count, plural, one {фрагмент} few {фрагмента} many {фрагментов} other {фрагмента}}',
  undecoded: '{count, plural, one {неразобранный} few {неразобранных} many {неразобранных} other {неразобранного}}',
};

/** Every text of the reporters. */
export const report: ReportWords = {
  kinds,
  outcomes,
  severities: { error: 'ОШИБКА', warning: 'ПРЕДУПРЕЖДЕНИЕ', info: 'СВЕДЕНИЯ' },
  confidences: { certain: 'точно', likely: 'вероятно', possible: 'возможно' },
  bases: {
    must: 'требование RFC (MUST)',
    should: 'рекомендация RFC (SHOULD)',
    advice: 'совет, в RFC не требуется',
    observation: 'то, что видно по пакетам',
  },
  actors: {
    caller: 'вызывающий',
    callee: 'вызываемый',
    proxy: 'прокси',
    registrar: 'сервер регистрации',
    client: 'клиент',
    server: 'сервер',
    network: 'сеть',
    operator: 'администратор',
  },
  units: { us: 'мкс', ms: 'мс', s: 'с', min: 'мин', h: 'ч', d: 'д' },
  packetClasses,
  otherPackets: '{count, plural, one {прочий} few {прочих} many {прочих} other {прочего}}',
  sentences,
  gate,
};
