// Spanish of the rules.
import type { RuleTexts } from '../catalogue.ts';

/** Rule id → its texts. */
export const rules: RuleTexts = {
  'missing-ack': {
    summary: 'Un 2xx a INVITE nunca se confirmó con ACK: el llamado abandona la llamada a los 32 s.',
    title: 'Falta el ACK a la respuesta {status} al INVITE',
    titleBetween: 'El ACK a la respuesta {status} se perdió por el camino',
    repeated:
      '{uas} respondió al INVITE con {status} y repitió esa respuesta {copies, plural, one {una vez} other {# veces}} en {seconds} s, pero no se vio ningún ACK.',
    once: '{uas} respondió al INVITE con {status}, pero no se vio ningún ACK, aunque la captura continúa {after} s más.',
    wentOn: 'El llamante siguió con {next} sin haber enviado nunca el ACK.',
    between:
      'El ACK se vio salir de {acker}, pero {uas} siguió repitiendo su {status} hacia {uac}, {copies, plural, one {una vez más} other {# veces más}} a lo largo de {seconds} s: el ACK se perdió entre esos dos puntos.',
    why: 'Todo 2xx a un INVITE debe confirmarse con un ACK, enviado al Contact de la respuesta siguiendo el conjunto de rutas (route set). Sin él, el llamado repite el 2xx durante 32 s y después termina la llamada, aunque los usuarios estén hablando.',
    target: 'El ACK tenía que ir al Contact de la respuesta, {contact}.',
    otherPlace:
      'El ACK tenía que ir al Contact de la respuesta, {contact}. No es de donde vino la respuesta ({uas}): compruebe que el llamante puede alcanzar esa dirección.',
    private:
      'El ACK tenía que ir al Contact de la respuesta, {contact}. Es una dirección privada, mientras que la respuesta vino de {uas}: desde fuera de su red no se puede alcanzar al llamado en esa dirección.',
    noContact: 'La respuesta no lleva Contact, así que el llamante no podía saber adónde enviar el ACK.',
    routed: 'Para llegar hasta allí tenía que pasar por el conjunto de rutas de la respuesta: {routes}.',
    hungUp: 'El llamado colgó {gaveUp} s después de responder, como debe hacer cuando no llega el ACK.',
    elsewhere:
      'La respuesta no pide Record-Route en este punto, así que el ACK puede haber ido directamente al Contact sin pasar por el lugar de la captura.',
    survived:
      'La llamada seguía viva {survived} s después de la respuesta, cosa que un llamado sin ACK no permite: probablemente el ACK tomó un camino que no se capturó.',
    stopped: 'La captura termina {after} s después de la respuesta, de modo que el ACK puede haber llegado más tarde.',
    oneWay: 'Solo se capturó un sentido de este salto, así que un ACK no se habría visto.',
    lossy: 'Faltan mensajes en la captura, y el ACK puede ser uno de ellos.',
    fixContact:
      'Haga que el llamado ponga en Contact una dirección que el llamante pueda alcanzar (dirección externa, STUN, o un proxy que reescriba el Contact).',
    fixCaller:
      'Envíe un ACK por cada 2xx a INVITE al Contact {contact} siguiendo el conjunto de rutas, y otro por cada repetición del 2xx.',
    fixRoute:
      'Compruebe que cada proxy que deba ver el ACK añade Record-Route con una dirección alcanzable desde ambos lados, y que reenvía el ACK.',
    fixNetwork: 'Compruebe que ni un firewall ni un SIP ALG descartan el ACK entre {uac} y {uas}.',
    fixRecord: 'Repita la captura junto al llamante y déjela correr hasta 32 s después de la respuesta.',
    cannotSee:
      'si hubo ACK al {status} de {uas}: la captura tendría que mostrar los dos sentidos y los 32 s que siguen a la respuesta',
  },
  '405-without-allow': {
    summary: 'Un 405 (Method Not Allowed) no enumera los métodos permitidos en una cabecera Allow.',
    title: '405 a {method} sin cabecera Allow',
    what: '{uas} rechazó {method} con 405, pero la respuesta no lleva cabecera Allow.',
    why: 'Un 405 debe enumerar los métodos permitidos para esa dirección. Sin la lista, el cliente no puede saber qué método usar en su lugar y tiende a repetir el rechazado.',
    fix: 'Añada a cada 405 una cabecera Allow con todos los métodos admitidos para esa Request-URI.',
    cut: 'las cabeceras del 405 de {uas}: el mensaje quedó cortado antes de que terminaran',
  },
  '501-without-allow': {
    summary:
      'Un 501 (Not Implemented) no enumera los métodos implementados en una cabecera Allow; es un consejo, no una regla del RFC 3261.',
    title: '501 a {method} sin cabecera Allow',
    what: '{uas} no conoce el método {method} y respondió 501, sin una cabecera Allow que enumere los métodos que sí conoce.',
    why: 'El RFC 3261 exige la cabecera Allow únicamente en un 405, de modo que esto no infringe ninguna regla. Aun así, enumerar los métodos conocidos le diría al cliente qué usar en su lugar, sin necesidad de otra petición OPTIONS.',
    fix: 'Opcional: añada a cada 501 una cabecera Allow con los métodos admitidos.',
    fixClient: 'No envíe {method} a este servidor; pregúntele por sus métodos con OPTIONS.',
    cut: 'las cabeceras del 501 de {uas}: el mensaje quedó cortado antes de que terminaran',
  },
  'malformed-request': {
    summary: 'Una petición se rechazó por mal formada, y sus bytes muestran qué tiene de malo.',
    title: '{method} rechazado con {status}: hay un error en sus bytes',
    what: '{server} rechazó {method} con {status} ({reason}). Esto es lo que está mal en la petición:',
    named: 'La propia respuesta señala {header}.',
    guess:
      'Nada de ello tiene por qué molestar a un servidor tolerante, pero ninguna otra cosa en la petición explica el rechazo.',
    fix: 'Corrija la petición tal como sale de {client}; los bytes erróneos están marcados.',
    fixNetwork:
      'Compare la petición a la salida de {client} con la que llega: un SIP ALG o un fragmento perdido alteran los mensajes por el camino.',
    fixServer: 'Indique en la frase de motivo qué parte de la petición está mal.',
  },
  'unanswered-request': {
    summary: 'Una petición no recibió ninguna respuesta.',
    title: '{method} sin ninguna respuesta',
    repeated:
      '{uac} envió {method} a {uas} {sent, plural, one {una vez} other {# veces}} en {seconds} s y no recibió respuesta alguna.',
    once: '{uac} envió {method} a {uas} y no recibió respuesta alguna en los {after} s que dura la captura a partir de ahí.',
    relayed: 'Más adelante, {further} sí respondió con {status}, pero esa respuesta no volvió por este salto.',
    why: 'O la petición no llegó, o la respuesta tomó otro camino: una dirección o un puerto equivocados, un servicio que no está en marcha, un firewall o un NAT de por medio, o una petición demasiado grande para un solo paquete. El cliente debe tratar el caso como un 408.',
    'port-unreachable': '{reporter} avisa de que nada escucha en {uas} (ICMP port unreachable).',
    'host-unreachable':
      '{reporter} avisa de que no se puede alcanzar el host de {uas} (ICMP host unreachable): está apagado, o la dirección es errónea.',
    'net-unreachable': '{reporter} avisa de que no hay ruta hasta {uas} (ICMP net unreachable).',
    prohibited:
      '{reporter} se niega a dejar pasar la petición (ICMP administratively prohibited): un firewall la rechaza.',
    'too-big': '{reporter} no pudo reenviar un paquete de este tamaño (ICMP: fragmentation needed o packet too big).',
    'time-exceeded':
      '{reporter} descartó el paquete (ICMP time exceeded): daba vueltas, o no llegaron todos sus fragmentos.',
    other: '{reporter} envió un error ICMP sobre la petición.',
    large:
      'La petición mide {bytes} bytes y se envió por UDP: por encima de 1300 bytes los paquetes se fragmentan, y los fragmentos se descartan con frecuencia.',
    notRepeated:
      'Tampoco se repitió, como hace un cliente por UDP cuando no recibe nada: puede que la respuesta le llegara por un camino que no se capturó.',
    early:
      'La captura termina antes de que el cliente tuviera que desistir, de modo que la respuesta puede haber llegado más tarde.',
    recovered: 'Un intento posterior sí obtuvo respuesta.',
    late: 'La petición que se quería cancelar ya estaba respondida, así que no se perdió nada.',
    fixListen:
      'Ponga en marcha el servicio SIP en {uas}, o haga que escuche en esa dirección y ese puerto por {transport}.',
    fixRoute: 'Devuelva {uas} a la red, o corrija la ruta hasta allí: los paquetes se quedan en {reporter}.',
    fixFirewall: 'Permita en el firewall el tráfico SIP de {uac} a {uas}; es {reporter} quien lo rechaza.',
    fixServer: 'Compruebe que un servicio SIP escucha en {uas} por {transport} y acepta peticiones de {uac}.',
    fixNetwork:
      'Revise el encaminamiento, el firewall y el NAT entre {uac} y {uas} en ambos sentidos; un error ICMP en la captura señala el lugar.',
    fixClient:
      'Revise la dirección a la que se envía {method}: proxy configurado, registros DNS (SRV), Contact registrado.',
    fixSize:
      'Envíe las peticiones grandes por TCP, o hágalas más pequeñas: menos códecs, nombres de cabecera compactos.',
    oneWay:
      'si {method} de {uac} a {uas} obtuvo respuesta: la captura tendría que mostrar también el sentido contrario',
    stopped:
      'si {method} de {uac} a {uas} obtuvo respuesta: la captura tendría que continuar 32 s después de la petición',
  },
  'missing-final-response': {
    summary: 'Una petición tuvo respuesta provisional, pero nunca una respuesta final.',
    title: 'Falta la respuesta final a {method}',
    waited:
      '{uas} respondió a {method} con {status} y después no lo concluyó: no llegó ninguna respuesta final en los {after} s siguientes.',
    cancelled:
      '{uas} aceptó el CANCEL, pero el propio INVITE nunca concluyó: no llegó ningún 487 en los {after} s siguientes.',
    why: 'Toda petición debe recibir una respuesta final. Sin ella el llamante se queda esperando, y los proxies mantienen la transacción hasta que vence el Timer C (más de 3 minutos).',
    whyCancel:
      'Quien acepta un CANCEL responde de inmediato al INVITE con 487. Sin él, el teléfono del llamado puede seguir sonando, y el llamante tiene que abandonar la llamada por su cuenta a los 32 s.',
    fix: 'Responda a cada {method} con una respuesta final, con 408 o 480 cuando nadie haga nada.',
    fixCancel: 'Responda al INVITE con 487 en cuanto se acepte el CANCEL.',
    fixProxy: 'Averigüe qué rama detrás de {uas} está atascada, y haga que el proxy desista con el Timer C.',
    stopped: 'si {method} a {uas} concluyó después del CANCEL: la captura tendría que continuar 32 s',
  },
  'authentication-loop': {
    summary: 'Credenciales rechazadas: el servidor volvió a pedirlas para un realm para el que acababa de recibirlas.',
    title: 'Credenciales rechazadas para el realm «{realm}»',
    titleAccepted: 'Credenciales rechazadas para el realm «{realm}» y aceptadas más tarde',
    titleGuessing: 'Alguien intenta adivinar la contraseña de «{username}»',
    refused:
      '{server} respondió de nuevo con {status} a {method} con credenciales para el realm «{realm}» (usuario «{username}»), {refusals, plural, one {una vez} other {# veces}}.',
    accepted: 'Un intento posterior del mismo flujo se aceptó.',
    sameNonce:
      'El desafío repite el nonce con el que se calcularon las credenciales, así que el nonce sigue siendo válido: lo incorrecto es el nombre de usuario o la contraseña.',
    newNonce:
      'El desafío trae un nonce nuevo pero no stale=true, así que el servidor no dice que el anterior hubiera caducado: el nombre de usuario, la contraseña o el realm son incorrectos, o el servidor olvida indicar stale=true.',
    late: 'Las credenciales llegaron {delay} s después del desafío al que responden; en ese tiempo el nonce puede haber caducado, cosa que el servidor debería haber indicado con stale=true.',
    oldNonce: 'Las credenciales se calcularon con un nonce anterior al del último desafío.',
    wrongHeader:
      'Las credenciales llegaron en {given}, pero un {status} pide {wanted}: el servidor ni siquiera las miró.',
    realm: 'Las credenciales nombran el realm «{givenRealm}», pero el desafío era para el realm «{realm}».',
    algorithm: 'Las credenciales usan {algorithm}, que el desafío no ofrece.',
    resent: 'Las mismas credenciales se enviaron otra vez después de haber sido rechazadas.',
    knownGood:
      'El usuario «{username}» se aceptó en otro momento de este flujo, así que difícilmente es la contraseña lo que está mal; más bien el nonce había caducado.',
    username:
      'El nombre de usuario «{username}» no es el usuario «{user}» al que se refiere la petición; puede ser intencionado, o ser el error.',
    uri: 'El digest se calculó para la URI {uri}, pero la petición va a {requestUri}: una Request-URI reescrita invalida el digest.',
    guessing: 'Las peticiones llevan la marca de un escáner ({scanner}) que prueba contraseñas.',
    attempts: 'Varios intentos comparten un mismo número de CSeq, tal como los envían quienes adivinan contraseñas.',
    guessed: 'Uno de los intentos se aceptó: el atacante conoce la contraseña de «{username}».',
    fixPassword: 'Compare el nombre de usuario, la contraseña y el realm del cliente con los de la cuenta en {server}.',
    fixHeader: 'Responda a un 401 con Authorization y a un 407 con Proxy-Authorization.',
    fixRealm: 'Configure en el cliente credenciales para el realm «{realm}», y use el realm del desafío sin cambiarlo.',
    fixStale: 'Incluya stale=true en el nuevo desafío cuando lo único que ha caducado es el nonce.',
    fixAlgorithm: 'Ofrezca un algoritmo que el cliente admita, o actualice el cliente.',
    fixUri: 'No reescriba la Request-URI entre el cliente y el servidor que comprueba el digest.',
    fixStop: 'Deténgase tras un rechazo sin stale=true y pregunte al usuario, en vez de enviar otra vez lo mismo.',
    fixBlock: 'Bloquee {client} en el borde de la red, y limite los intentos fallidos por dirección.',
    fixChange: 'Cambie de inmediato la contraseña de «{username}» y busque llamadas hechas con esa cuenta.',
  },
  'missing-fragment': {
    summary: 'Un mensaje se envió en fragmentos IP que no están todos en la captura.',
    title: 'Faltan fragmentos de {message}',
    cut: '{count, plural, one {De un paquete} many {De # paquetes} other {De # paquetes}} de {source} a {destination} solo está el primer fragmento IP: {message} se interrumpe a la mitad, y lo que sigue no se juzga.',
    answered: 'Tuvo respuesta, así que llegó entero: el resto falta solo en la captura.',
    silent:
      'Nada indica que llegara entero: los demás fragmentos pueden haberse perdido por el camino, pues muchos firewalls y NAT los descartan, o faltan solo en la captura.',
    fixRecording:
      'Capture sin filtrar por puertos: solo el primer fragmento de un paquete los lleva. Añada "or (ip[6:2] & 0x1fff != 0)" al filtro de captura.',
    fixNetwork: 'Deje pasar los fragmentos IP entre {source} y {destination}, o aumente la MTU del camino.',
    fixSize: 'Envíe los mensajes grandes por TCP, o hágalos más pequeños: menos códecs, nombres de cabecera compactos.',
  },
  'unanswered-challenge': {
    summary: 'Un cliente nunca respondió con credenciales a un 401 o 407.',
    title: 'Sin credenciales tras el {status} a {method}',
    silent:
      '{server} pidió credenciales para el realm «{realm}» con {status}, pero {client} no envió ninguna en los {after} s que dura la captura a partir de ahí.',
    repeated:
      '{server} pidió credenciales para el realm «{realm}» con {status}, pero {client} se limitó a enviar {method} otra vez sin ellas.',
    why: 'El cliente no tiene nombre de usuario ni contraseña para este realm, no admite el algoritmo ofrecido, o el desafío no le llegó.',
    fixCredentials: 'Configure el nombre de usuario y la contraseña para el realm «{realm}».',
    fixAlgorithm: 'Compruebe que el cliente admite el algoritmo del desafío ({algorithm}) y responde con {header}.',
    fixNetwork: 'Compruebe que el {status} llega al cliente: rport, NAT y firewall en el camino de vuelta.',
    stopped: 'si {client} respondió con credenciales al {status} a {method}: la captura tendría que continuar 32 s',
  },
  'tls-handshake-failure': {
    summary: 'Falló una negociación TLS: la conexión por la que tenía que ir SIP no llegó a establecerse.',
    titleServerCertificate: 'Falló la negociación TLS: se rechazó el certificado del servidor ({alert})',
    titleClientCertificate: 'Falló la negociación TLS: se rechazó el certificado del cliente ({alert})',
    titleNoCertificate: 'Falló la negociación TLS: el cliente no presentó ningún certificado ({alert})',
    titleParameters: 'Falló la negociación TLS: no hay nada que ambos lados puedan usar ({alert})',
    titleVersion: 'Falló la negociación TLS: no hay una versión común ({alert})',
    titleName: 'Falló la negociación TLS: el servidor no conoce el nombre {name} ({alert})',
    titleAlert: 'Falló la negociación TLS: {alert}',
    titleHidden: 'El cliente terminó la negociación TLS con una alerta cifrada',
    titlePlain: 'Falló la negociación TLS: el servidor no habla TLS en este puerto',
    titleEnded: 'Falló la negociación TLS: la conexión se cerró en respuesta al ClientHello',
    titleSilent: 'Falló la negociación TLS: el servidor nunca respondió al ClientHello',
    refused: '{sender} terminó la negociación con la alerta {alert}: no acepta el certificado que presentó {other}.',
    unknownCa: 'No conoce la autoridad que emitió el certificado, o no confía en ella.',
    expired: 'Considera que el certificado ha caducado o que todavía no es válido.',
    bad: 'Considera que el certificado está dañado, o que no es para el nombre al que quería llegar.',
    revoked: 'La autoridad que emitió el certificado lo ha revocado.',
    unsupported: 'No puede usar un certificado de este tipo.',
    unsaid: 'Qué es lo que no acepta del certificado, la alerta no lo dice.',
    certificate: 'El certificado es para {subject} y lo emitió {issuer}.',
    selfIssued:
      'Nadie más responde por él: se emitió a sí mismo, así que solo se acepta donde ya se conoce de antemano.',
    past: 'Fue válido hasta el {until}, antes de la captura.',
    future: 'Es válido a partir del {since}, después de la captura: probablemente uno de los relojes va mal.',
    otherName: 'El cliente pidió {name}, y el certificado no lo nombra.',
    unseen: 'El certificado en sí no se puede ver: TLS 1.3 lo cifra. Con un registro de claves se vería.',
    noCertificate: '{server} pide un certificado al cliente (TLS mutuo), y {client} no presentó ninguno.',
    parameters:
      '{sender} terminó la negociación con la alerta {alert}: de lo que ofrece {other} (conjuntos de cifrado, intercambio de claves, tipo de certificado) no puede o no debe usar nada.',
    version: '{sender} terminó la negociación con la alerta {alert}: {client} ofrece como máximo {offered}.',
    name: '{server} terminó la negociación con la alerta {alert}: no tiene certificado para {name}.',
    alert: '{sender} terminó la negociación con la alerta {alert}.',
    hidden:
      'Lo primero que {client} envió cifrado mide exactamente lo que mide una alerta, y con ello terminó la conexión. Casi siempre significa que no acepta el certificado de {server}; qué alerta era, solo lo muestra un registro de claves.',
    plain: 'Lo que {server} envió en respuesta al ClientHello de {client} no es TLS.',
    ended:
      '{client} envió su ClientHello a {server}, y la conexión se cerró o se cortó (RST) antes de que volviera nada.',
    silent:
      '{client} envió su ClientHello a {server}, que había aceptado la conexión, pero no volvió nada hasta que se cerró.',
    why: 'Sin TLS no pasa SIP por esta conexión: lo que tenía que usarla falla sin un solo mensaje.',
    otherPurpose: 'Si por esta conexión tenía que ir SIP, la captura no lo muestra.',
    fixTrust:
      'Haga que {sender} confíe en el emisor del certificado de {other}, y que {other} envíe también los certificados intermedios.',
    fixRenew: 'Sustituya el certificado de {other} por uno que sea válido ahora.',
    fixClock: 'Compruebe el reloj de {sender}.',
    fixName:
      'Ponga en {server} un certificado que nombre a {name} (nombre alternativo del sujeto), o haga que {client} se conecte a un nombre que tenga el certificado.',
    fixCertificate: 'Mire el registro de {sender} a esta hora: dice qué tiene de malo el certificado.',
    fixClientCertificate:
      'Ponga en {client} un certificado en el que confíe {server}, o haga que {server} no pida ninguno.',
    fixParameters:
      'Compare los conjuntos de cifrado, las curvas y los tipos de certificado (RSA, ECDSA) que permiten {client} y {server}.',
    fixVersion:
      'Permita en {client} y en {server} una versión de TLS que tengan ambos; todo lo anterior a 1.2 está anticuado.',
    fixServerName: 'Haga que {client} se conecte a un nombre que atienda {server}, o que {server} atienda a {name}.',
    fixLogs: 'Mire los registros de {client} y de {server} a esta hora.',
    fixKeyLog:
      'Repita la captura con un registro de claves de {client} o de {server} (--keylog), para poder leer la alerta.',
    fixPort:
      'Haga que {client} se conecte al puerto en el que {server} habla TLS (para SIP suele ser el 5061), o no use TLS aquí.',
    fixService: 'Compruebe que un servicio con TLS escucha en {server}, y qué dice su registro sobre {client}.',
    fixNetwork: 'Compruebe si un firewall entre {client} y {server} interviene en TLS.',
  },
  'outdated-certificate': {
    summary: 'Se presentó un certificado TLS fuera de su periodo de validez, y aun así se aceptó.',
    titlePast: 'El certificado de {owner} ha caducado',
    titleFuture: 'El certificado de {owner} todavía no es válido',
    past: '{owner} presenta un certificado para {subject}, emitido por {issuer}, que fue válido hasta el {until}; la captura es del {today}.',
    future:
      '{owner} presenta un certificado para {subject}, emitido por {issuer}, que es válido a partir del {since}; la captura es del {today}. Probablemente uno de los relojes va mal.',
    why: '{other} lo aceptó aquí, así que no comprueba la validez, o todavía no; quien la compruebe rechazará la conexión.',
    fixRenew: 'Sustituya el certificado de {owner} por uno que sea válido ahora.',
    fixClock: 'Compruebe el reloj de {owner} y el del equipo que hizo la captura.',
  },
};
