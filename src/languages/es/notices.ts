// Spanish of the notices.
import type { NoticeCode } from '../../bytes/notice.ts';

/** Notice code → sentence. */
export const notices: Readonly<Record<NoticeCode, string>> = {
  'file-cut': 'el archivo termina en mitad de un paquete: se analizó todo lo anterior',
  'gzip-damaged': 'el archivo comprimido está dañado o cortado: se analizó lo que se pudo descomprimir',
  'zstd-damaged': 'el archivo comprimido está dañado o cortado: se analizó lo que se pudo descomprimir',
  'trailing-bytes': 'detrás de los datos comprimidos hay bytes sin comprimir: se descartaron',
  'record-damaged':
    'no se {count, plural, one {pudo leer un registro de paquete} other {pudieron leer # registros de paquete}} del archivo, porque la longitud que declara es imposible: la lectura siguió en el siguiente registro correcto, y faltan los paquetes intermedios',
  'blocks-skipped':
    'se {count, plural, one {omitió un bloque} other {omitieron # bloques}} del archivo de un tipo desconocido o demasiado {count, plural, one {largo} other {largos}}',
  'interface-missing':
    '{count, plural, one {un paquete nombra} other {# paquetes nombran}} una interfaz de captura que el archivo no describe, y no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'time-implausible':
    '{count, plural, one {un paquete tiene una hora} other {# paquetes tienen una hora}} imposible, y {count, plural, one {recibió} other {recibieron}} la del paquete anterior',
  'time-missing':
    '{count, plural, one {un paquete se grabó} other {# paquetes se grabaron}} sin hora, y {count, plural, one {recibió} other {recibieron}} la del paquete anterior',
  'clock-set-back':
    '{count, plural, one {un paquete tiene} other {# paquetes tienen}} una hora anterior a la del paquete que {count, plural, one {lo} other {los}} precede: el reloj de la captura se atrasó, o los paquetes de varias capturas no están en orden; las horas y duraciones de alrededor no son fiables',
  'time-without-date':
    '{count, plural, one {un mensaje del texto tiene} other {# mensajes del texto tienen}} la hora sin la fecha: los días y los años que se indican no son reales, el tiempo entre dos mensajes sí',
  'endpoint-unknown':
    '{count, plural, one {un mensaje del texto no dice} other {# mensajes del texto no dicen}} quién lo envió y a quién: lo que falta se tomó del Via superior, o se muestra como 0.0.0.1 (100::1), el programa que escribió el texto, y 0.0.0.2 (100::2), el otro lado',
  'message-cut-in-text':
    '{count, plural, one {un mensaje no está} other {# mensajes no están}} completo{count, plural, one {} other {s}} en el texto: se analizó el comienzo',
  'body-length-in-text':
    '{count, plural, one {un mensaje tiene} other {# mensajes tienen}} en el texto más cuerpo del que dice su Content-Length, como cuando se ha sustituido algo: el cuerpo se tomó tal como está',
  'dropped-while-capturing':
    'el sistema que capturaba dice que perdió {count, plural, one {un paquete} other {# paquetes}}: lo que parece faltar puede haberse enviado',
  'link-type-unknown':
    'no se {count, plural, one {pudo usar un paquete} other {pudieron usar # paquetes}} de un tipo de enlace desconocido',
  'link-header-bad':
    '{count, plural, one {un paquete es demasiado corto} other {# paquetes son demasiado cortos}} para una cabecera de enlace, o la cabecera se contradice',
  'link-checksum-bad':
    '{count, plural, one {un paquete llegó} other {# paquetes llegaron}} con una suma de comprobación de enlace errónea, y no se {count, plural, one {examinó} other {examinaron}}',
  'wireless-fragments':
    '{count, plural, one {una parte} other {# partes}} de tramas inalámbricas enviadas en trozos no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'ip-header-bad':
    '{count, plural, one {un paquete tiene} other {# paquetes tienen}} una cabecera IP cortada o contradictoria, y no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'ip-length-beyond-packet':
    '{count, plural, one {una cabecera IP promete} other {# cabeceras IP prometen}} más bytes de los que había en la red',
  'ip-nested-too-deeply':
    '{count, plural, one {un paquete venía envuelto} other {# paquetes venían envueltos}} en más cabeceras de las que se examinan',
  'udp-header-bad':
    '{count, plural, one {un paquete tiene} other {# paquetes tienen}} una cabecera UDP cortada o contradictoria, y no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'udp-length-beyond-packet':
    '{count, plural, one {una cabecera UDP promete} other {# cabeceras UDP prometen}} más bytes de los que contiene el paquete IP',
  'tcp-header-bad':
    '{count, plural, one {un paquete tiene} other {# paquetes tienen}} una cabecera TCP cortada o contradictoria, y no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'sctp-header-bad':
    '{count, plural, one {un paquete tiene} other {# paquetes tienen}} una cabecera SCTP cortada, y no se {count, plural, one {pudo usar} other {pudieron usar}}',
  'fragments-missing':
    '{count, plural, one {un paquete se envió} other {# paquetes se enviaron}} en fragmentos que no se capturaron todos: se analizó como mucho el principio',
  'fragments-bad':
    'no se {count, plural, one {pudo usar un fragmento IP} other {pudieron usar # fragmentos IP}}, porque su longitud o su posición es imposible',
  'tcp-gap':
    'en la captura faltan bytes de una conexión TCP{count, plural, one {} other { en # lugares}}: allí no se pudieron recomponer los mensajes SIP',
  'tcp-connections-evicted':
    'se {count, plural, one {olvidó una conexión TCP inactiva} other {olvidaron # conexiones TCP inactivas}}, porque la captura contiene demasiadas a la vez',
  'tcp-framing-lost':
    'un flujo TCP perdió la sincronía {count, plural, one {una vez} other {# veces}}, porque faltaba un Content-Length o era incorrecto, o porque la captura empezó en mitad de un mensaje: la lectura siguió en la siguiente línea inicial',
  'tls-no-key-log':
    'no se {count, plural, one {pudo descifrar una conexión TLS} other {pudieron descifrar # conexiones TLS}}, porque no se indicó ningún registro de claves: puede haber SIP dentro',
  'tls-no-secrets':
    'el registro de claves no tiene secretos para {count, plural, one {una conexión TLS} other {# conexiones TLS}}: puede haber SIP dentro',
  'tls-wrong-secrets':
    'los secretos que el registro de claves tiene para {count, plural, one {una conexión TLS no la abren} other {# conexiones TLS no las abren}}: puede haber SIP dentro',
  'tls-unsupported':
    '{count, plural, one {una conexión TLS usa} other {# conexiones TLS usan}} un conjunto de cifrado o una versión que aquí no se puede descifrar: puede haber SIP dentro',
  'tls-no-handshake':
    'no se {count, plural, one {pudo descifrar una conexión TLS} other {pudieron descifrar # conexiones TLS}}, ni se podría con un registro de claves, porque la negociación (handshake) no está entera en la captura: puede haber SIP dentro',
  'tls-records-bad':
    'se {count, plural, one {descartó un registro TLS} other {descartaron # registros TLS}}, porque lo que se obtiene al {count, plural, one {descifrarlo} other {descifrarlos}} con los secretos no resulta auténtico',
  'tls-records-dropped':
    'se {count, plural, one {descartó un registro TLS} other {descartaron # registros TLS}}, porque antes de los secretos llegaron más de los que pueden esperarlos (256 KiB por conexión, 16 MiB en total)',
  'tls-early-data':
    'se {count, plural, one {descartó un registro TLS enviado} other {descartaron # registros TLS enviados}} antes de la negociación (0-RTT), porque el servidor {count, plural, one {lo} other {los}} rechazó o el registro de claves no tiene un secreto para {count, plural, one {él} other {ellos}}',
  'key-log-too-large':
    'se {count, plural, one {descartó un secreto} other {descartaron # secretos}} del registro de claves, porque hay más de 100000',
  'message-too-large':
    '{count, plural, one {un mensaje por TCP era más grande} other {# mensajes por TCP eran más grandes}} de lo que se conserva (64 KiB de cabeceras, 1 MiB de cuerpo) y se {count, plural, one {descartó} other {descartaron}}',
  'ws-framing-lost':
    'una conexión WebSocket perdió la sincronía {count, plural, one {una vez} other {# veces}}, porque lo que debía ser una trama no lo era: la lectura siguió en la siguiente trama reconocible',
  'ws-history-missing':
    'no se {count, plural, one {pudo leer un mensaje WebSocket comprimido} other {pudieron leer # mensajes WebSocket comprimidos}}: aquello a lo que {count, plural, one {remite} other {remiten}} no se capturó, o está dañado',
  'sctp-chunk-bad':
    '{count, plural, one {un paquete SCTP contiene} other {# paquetes SCTP contienen}} un chunk de longitud imposible: no se leyó lo que hay detrás',
  'sctp-fragments-missing':
    '{count, plural, one {un mensaje por SCTP se envió} other {# mensajes por SCTP se enviaron}} en fragmentos que no se capturaron todos: se analizó como mucho el principio',
  'hep-damaged':
    'no se {count, plural, one {pudo leer un paquete HEP} other {pudieron leer # paquetes HEP}}, porque contiene una longitud imposible o su mensaje comprimido está dañado',
  'stream-memory-full':
    'no se {count, plural, one {pudo esperar el final de un mensaje} other {pudo esperar el final de # mensajes}} por TCP, porque había demasiados bytes pendientes de demasiadas conexiones a la vez: se analizó lo que había llegado',
  'icmp-unmatched':
    '{count, plural, one {un error ICMP se refiere} many {# errores ICMP se refieren} other {# errores ICMP se refieren}} a mensajes SIP que no se capturaron antes: lo que allí se rechazó no pertenece a ningún flujo',
  'sip-without-headers':
    '{count, plural, one {un paquete empieza} other {# paquetes empiezan}} como SIP, pero no {count, plural, one {lleva} other {llevan}} ninguna cabecera SIP: es otro protocolo, y se {count, plural, one {descartó} other {descartaron}}',
  'flow-evicted':
    '{count, plural, one {un flujo se juzgó} other {# flujos se juzgaron}} antes de terminar, porque había más flujos abiertos a la vez de los que se conservan: lo que parece faltar ahí puede haber llegado después',
  'flow-too-long':
    '{count, plural, one {un flujo era tan largo que se juzgó} other {hubo flujos tan largos que se juzgaron}} por partes{count, plural, one {} other {, # veces en total}}',
};
