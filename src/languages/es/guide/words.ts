// Spanish of the words of the trade.
import type { Guide } from '../../guide.ts';

/** Word → its words. */
export const words: Guide['words'] = {
  'address-of-record': {
    term: 'dirección de registro (AOR)',
    also: ['address of record'],
    means:
      'La dirección pública de un usuario, como sip:bob@example.com. Es siempre la misma esté donde esté el usuario; el servidor de registro sabe en qué dispositivos se le puede localizar en cada momento.',
  },
  'attended-transfer': {
    term: 'transferencia atendida',
    also: ['transferencia con consulta', 'attended transfer'],
    means:
      'Alguien habla primero con el nuevo interlocutor y después los une. El REFER nombra al nuevo interlocutor junto con la llamada que hay que sustituir (Replaces).',
  },
  b2bua: {
    term: 'B2BUA',
    also: ['back-to-back user agent'],
    means:
      'Un servidor que termina una llamada por un lado y hace otra nueva por el otro, como dos teléfonos espalda con espalda. Cada tramo tiene su Call-ID, sus tags y su CSeq, de modo que solo las horas, los números y cabeceras como Session-ID muestran que van juntos. Las centralitas y los SBC son B2BUA.',
  },
  binding: {
    term: 'registro de contacto (binding)',
    means:
      'La entrada que guarda un servidor de registro: este usuario está localizable en este Contact durante tantos segundos. Una entrada de NAT es otra cosa: el puerto que un router mantiene abierto para un dispositivo que tiene detrás.',
  },
  'blind-transfer': {
    term: 'transferencia ciega',
    also: ['transferencia sin consulta', 'blind transfer'],
    means:
      'Alguien manda al otro lado de una llamada a un tercero sin hablar antes con este. Es un solo REFER con el número en Refer-To.',
  },
  branch: {
    term: 'rama (branch)',
    means:
      'El parámetro de Via que identifica una transacción en un salto; la respuesta lo devuelve. Toda petición nueva lleva uno nuevo; CANCEL y el ACK a un rechazo llevan el de su INVITE. Empieza por z9hG4bK. También se llama rama a cada uno de los caminos que intenta un proxy que bifurca.',
  },
  'busy-lamp': {
    term: 'teclas BLF',
    also: ['BLF', 'busy lamp field'],
    means:
      'Las luces de un teléfono que muestran si los compañeros están hablando. Cada una es una suscripción al paquete de eventos dialog.',
  },
  call: {
    term: 'llamada',
    also: ['call'],
    means:
      'Lo que una persona llama una llamada: un intento de hablar con alguien, y la conversación misma. En SIP empieza con un INVITE. Para siplens, todas sus bifurcaciones y saltos son un solo flujo.',
  },
  codec: {
    term: 'códec',
    also: ['codec'],
    means:
      'La manera en que se codifica el sonido o la imagen, como PCMU, PCMA, G.722, G.729 u Opus. El SDP de ambos lados debe tener alguno en común; si no, la llamada se rechaza con 488.',
  },
  'compact-form': {
    term: 'forma compacta',
    also: ['forma corta', 'compact form'],
    means:
      'El nombre de una sola letra de una cabecera común, como v para Via o m para Contact. Significa exactamente lo mismo y mantiene los mensajes lo bastante pequeños para un paquete UDP.',
  },
  credentials: {
    term: 'credenciales',
    also: ['credentials'],
    means:
      'Lo que un cliente envía en Authorization o Proxy-Authorization para demostrar quién es: nombre de usuario, realm, nonce y una respuesta calculada a partir de la contraseña. La contraseña en sí no se envía nunca.',
  },
  dialog: {
    term: 'diálogo',
    also: ['dialog'],
    means:
      'La relación duradera entre dos dispositivos: una llamada, una suscripción, o ambas a la vez. La identifican el Call-ID y los dos tags, y guarda lo que necesitan las peticiones posteriores: el Contact del otro lado, el conjunto de rutas y los números de CSeq.',
  },
  'dialog-usage': {
    term: 'uso del diálogo',
    also: ['uso', 'dialog usage'],
    means:
      'Aquello para lo que se usa un diálogo: una llamada, o una suscripción. Un diálogo puede tener varios, como cuando una llamada se transfiere con un REFER dentro de él. Unos rechazos terminan solo una petición, otros terminan el uso y otros el diálogo con todos sus usos.',
  },
  digest: {
    term: 'autenticación digest',
    also: ['digest', 'autenticación', 'desafío', 'digest authentication'],
    means:
      'La forma en que SIP comprueba contraseñas. El servidor pregunta con 401 o 407 y un nonce; el cliente contesta con un hash de nombre de usuario, realm, contraseña, nonce, método y dirección. La primera pregunta es normal; una segunda sin stale=true significa que la respuesta era incorrecta.',
  },
  dtmf: {
    term: 'DTMF',
    also: ['tonos de teclado', 'telephone-event'],
    means:
      'Los dígitos que se pulsan durante una llamada. Viajan en el flujo RTP como eventos (RFC 4733), como tonos audibles, o en peticiones INFO. Ambos lados deben usar la misma manera; si no, los menús no reaccionan.',
  },
  'early-dialog': {
    term: 'diálogo temprano',
    also: ['early dialog'],
    means:
      'Un diálogo que existe antes de que se conteste la llamada, creado por una respuesta provisional con tag en To. Una llamada bifurcada puede tener varios, uno por cada dispositivo que suena.',
  },
  'early-media': {
    term: 'early media',
    means:
      'Sonido antes de que se conteste la llamada: un tono de llamada, música o una locución del otro lado. Suele venir con SDP en un 183. Si no se oye, es que un firewall, un NAT o el equipo del llamante no lo dejan entrar antes del 200.',
  },
  enum: {
    term: 'ENUM',
    means: 'Una consulta que convierte un número de teléfono en direcciones SIP por medio del DNS.',
  },
  failover: {
    term: 'conmutación por error (failover)',
    means:
      'Probar el siguiente servidor cuando uno no responde o responde 503. El DNS da el orden de los servidores en registros SRV.',
  },
  'final-response': {
    term: 'respuesta final',
    also: ['final response'],
    means: 'Una respuesta de 200 a 699. Termina la transacción; después no puede venir más que su propia repetición.',
  },
  flow: {
    term: 'flujo',
    also: ['flow'],
    means:
      'La palabra de siplens para una cosa que alguien intentó hacer: una llamada, un registro, una suscripción, una publicación, un mensaje, o una transacción suelta como un sondeo OPTIONS. El RFC 5626 usa la palabra (flow) para otra cosa: la conexión por la que se registró un teléfono.',
  },
  forking: {
    term: 'bifurcación',
    also: ['forking'],
    means:
      'Un proxy envía una petición a varios lugares a la vez o uno tras otro, como a todos los teléfonos de un usuario. Pasa la mejor respuesta; cuando uno de ellos contesta una llamada, los demás se cancelan. Cada teléfono tiene su propio tag en To.',
  },
  fragmentation: {
    term: 'fragmentación',
    also: ['fragmentation'],
    means:
      'Un mensaje UDP más grande de lo que la red lleva de una pieza, unos 1500 bytes, se corta en varios paquetes IP. Muchos firewalls descartan todos menos el primero, de modo que el mensaje no llega nunca. Por encima de 1300 bytes SIP debería usar TCP.',
  },
  glare: {
    term: 'cruce de cambios (glare)',
    means:
      'Ambos lados de una llamada envían un re-INVITE o UPDATE en el mismo momento. Ambos reciben 491, esperan un tiempo aleatorio y lo intentan de nuevo.',
  },
  'gruu-address': {
    term: 'GRUU',
    also: ['globally routable user agent URI'],
    means:
      'Una dirección que lleva desde cualquier parte a un dispositivo concreto de un usuario, mientras que la dirección de registro lleva a todos ellos. La entrega el servidor de registro.',
  },
  header: {
    term: 'cabecera',
    also: ['header field'],
    means:
      'Una línea de un mensaje con un nombre y un valor, como Call-ID. En el nombre no importan las mayúsculas; muchas tienen una forma compacta, y algunas pueden aparecer varias veces.',
  },
  hold: {
    term: 'retención',
    also: ['poner en espera', 'hold'],
    means:
      'Interrumpir el sonido de una llamada sin terminarla. Es un re-INVITE o UPDATE cuyo SDP dice sendonly o inactive; sendrecv recupera la llamada.',
  },
  hop: {
    term: 'salto',
    also: ['hop'],
    means:
      'Un tramo del camino entre dos servidores o dispositivos vecinos. Via enumera los que ha recorrido una petición, Max-Forwards los cuenta.',
  },
  'ice-candidates': {
    term: 'ICE',
    also: ['interactive connectivity establishment', 'candidato ICE'],
    means:
      'Una manera de hacer pasar los medios por el NAT: ambos lados enumeran todas las direcciones en las que se les podría alcanzar (candidatos) y prueban los pares hasta que uno funciona. WebRTC lo usa siempre.',
  },
  ims: {
    term: 'IMS',
    also: ['IP Multimedia Subsystem', 'VoLTE'],
    means:
      'La red SIP de los operadores móviles, que lleva las llamadas VoLTE. Usa muchas cabeceras propias, la mayoría de las cuales empiezan por P-.',
  },
  'keep-alive': {
    term: 'keep-alive',
    also: ['sondeo', 'qualify'],
    means:
      'Algo pequeño que se envía con regularidad para que el NAT conserve su entrada y se note si el otro extremo ha muerto: una petición OPTIONS, una línea vacía por TCP o un paquete STUN. Cualquier respuesta a un sondeo OPTIONS demuestra que el otro extremo está activo, también 404.',
  },
  'late-offer': {
    term: 'oferta tardía',
    also: ['oferta diferida', 'INVITE sin oferta', 'late offer'],
    means:
      'Un INVITE sin SDP. El llamado hace la oferta en su 200, y el llamante responde en el ACK. Un ACK que se pierde cuesta entonces también los medios.',
  },
  leg: {
    term: 'tramo (leg)',
    means:
      'Un lado de una llamada que un B2BUA une con otro: un diálogo propio con su propio Call-ID. El RFC 3261 dice diálogo donde textos más antiguos dicen call leg.',
  },
  'loose-routing': {
    term: 'encaminamiento flexible (loose routing)',
    also: ['lr', 'strict routing'],
    means:
      'La manera normal de encaminar dentro de un diálogo: la Request-URI sigue siendo el Contact del otro lado, y Route enumera los proxies por los que pasar. El parámetro lr en Route y Record-Route dice que un proxy trabaja así. Sin él, el antiguo strict routing pone el proxy en la Request-URI.',
  },
  'loop-detection': {
    term: 'bucle',
    also: ['espiral', 'petición duplicada por dos caminos', 'loop'],
    means:
      'Una petición que vuelve sin cambios a un servidor. Se responde con 482, o con 483 cuando se agota Max-Forwards. Una espiral, en la que la petición vuelve con otra dirección, está permitida. Una petición duplicada (merged request) ha llegado a un teléfono por dos caminos.',
  },
  'magic-cookie': {
    term: 'marca z9hG4bK (magic cookie)',
    also: ['z9hG4bK'],
    means:
      'Las letras z9hG4bK al principio de todo branch. Dicen que el branch es único, como exige el RFC 3261; el software de 1999 no las lleva.',
  },
  'message-lamp': {
    term: 'aviso de mensajes en espera (MWI)',
    also: ['aviso de mensajes', 'message waiting indication'],
    means:
      'La luz que señala mensajes de voz nuevos. El servidor la enciende y apaga con NOTIFY del paquete de eventos message-summary.',
  },
  nat: {
    term: 'NAT',
    also: ['traducción de direcciones de red'],
    means:
      'Un router que sustituye direcciones privadas por la suya. SIP y SDP llevan direcciones en su texto, que el router no cambia, de modo que respuestas, llamadas y medios van a direcciones que nadie puede alcanzar. Ayudan rport, los keep-alives, STUN y un SBC.',
  },
  nonce: {
    term: 'nonce',
    means:
      'Un valor que el servidor inventa para cada desafío, para que nadie pueda grabar una respuesta y usarla otra vez. Cuando envejece, el servidor envía uno nuevo con stale=true, y eso no es un fallo.',
  },
  'offer-answer': {
    term: 'oferta y respuesta',
    also: ['oferta/respuesta', 'negociación SDP', 'oferta', 'respuesta', 'offer and answer'],
    means:
      'La forma en que dos lados acuerdan los medios: uno envía un SDP con todo lo que puede hacer (la oferta), el otro devuelve lo que acepta de ello (la respuesta), línea por línea. Normalmente el INVITE lleva la oferta y el 200 la respuesta.',
  },
  'one-way-audio': {
    term: 'audio en un solo sentido',
    also: ['sin audio', 'one-way audio'],
    means:
      'Solo un lado oye al otro, o nadie oye nada, aunque la llamada está establecida. Casi siempre una dirección o un puerto del SDP no es alcanzable desde el otro lado, por un NAT o un firewall. El propio SIP no muestra entonces ningún error.',
  },
  'outbound-proxy': {
    term: 'proxy de salida',
    also: ['outbound proxy'],
    means: 'El servidor al que un dispositivo envía primero todas sus peticiones, diga lo que diga su dirección.',
  },
  'post-dial-delay': {
    term: 'demora tras la marcación',
    also: ['PDD', 'post-dial delay'],
    means: 'El tiempo entre el INVITE y la primera señal de que algo ocurre, como 180 o 183.',
  },
  proxy: {
    term: 'proxy',
    also: ['servidor proxy'],
    means:
      'Un servidor que pasa peticiones y respuestas, y decide adónde. Se añade a Via, puede pedir con Record-Route ver las peticiones posteriores, y deja Call-ID, tags y cuerpo como están. Un proxy con estado recuerda cada transacción, uno sin estado no.',
  },
  'provisional-response': {
    term: 'respuesta provisional',
    also: ['respuesta informativa', 'provisional response'],
    means: 'Una respuesta de 100 a 199: la petición está en curso, y la respuesta final está por llegar.',
  },
  realm: {
    term: 'realm',
    means:
      'El nombre que un servidor da a lo que protegen sus contraseñas, a menudo su dominio. Un cliente elige por él nombre de usuario y contraseña; si el realm del cliente difiere del realm del desafío, ninguna contraseña vale.',
  },
  'record-routing': {
    term: 'registro de ruta (Record-Route)',
    also: ['record routing'],
    means:
      'Un proxy que quiere ver las peticiones posteriores de un diálogo se añade a Record-Route mientras el diálogo se establece. Si falta ahí, ACK y BYE pasan de largo.',
  },
  'redirect-server': {
    term: 'servidor de redirección',
    also: ['redirect server'],
    means:
      'Un servidor que solo responde a qué otro lugar debe ir una petición, con 3xx y Contact, y no pasa nada él mismo.',
  },
  registrar: {
    term: 'servidor de registro',
    also: ['registrar'],
    means: 'El servidor que acepta peticiones REGISTER y guarda en qué direcciones se puede localizar a un usuario.',
  },
  're-invite': {
    term: 're-INVITE',
    also: ['reinvite'],
    means:
      'Un INVITE dentro de una llamada establecida. Cambia los medios, para retención, vídeo o fax, o refresca el temporizador de sesión. Si se rechaza, la llamada normalmente continúa como antes.',
  },
  'remote-target': {
    term: 'destino remoto',
    also: ['actualización del destino', 'remote target'],
    means:
      'El Contact del otro lado: la dirección a la que va la próxima petición dentro del diálogo. Un re-INVITE o UPDATE puede sustituirlo, lo que se llama target refresh.',
  },
  'request-uri': {
    term: 'Request-URI',
    also: ['R-URI', 'RURI'],
    means:
      'La dirección de la primera línea de una petición: adónde debe ir ahora. Los proxies la sustituyen, por ejemplo por el Contact que se registró, mientras que To queda como se marcó.',
  },
  retransmission: {
    term: 'retransmisión',
    also: ['reenvío', 'retransmission'],
    means:
      'El mismo mensaje enviado otra vez, byte por byte, porque no llegó respuesta. Por UDP las peticiones se repiten tras 0.5, 1, 2 y 4 s; un 200 a INVITE se repite por cualquier transporte hasta que llega su ACK.',
  },
  ringback: {
    term: 'tono de llamada',
    also: ['ringback', 'tono de retorno', 'ringing tone'],
    means:
      'Lo que oye el llamante mientras suena el teléfono del llamado. Tras un 180 lo genera su propio equipo; con early media viene del otro lado. El silencio se produce cuando cada lado se lo deja al otro.',
  },
  'route-set': {
    term: 'conjunto de rutas',
    also: ['route set'],
    means:
      'Los proxies por los que tiene que pasar una petición dentro de un diálogo, por orden. Se forma con el Record-Route del mensaje que creó el diálogo, y figura en Route.',
  },
  rport: {
    term: 'rport',
    also: ['encaminamiento simétrico de respuestas'],
    means:
      'Un parámetro de Via que pide al servidor devolver la respuesta al puerto del que realmente vino la petición. Sin él, la respuesta va al puerto de Via, en el que detrás de un NAT no escucha nadie.',
  },
  rtp: {
    term: 'RTP',
    also: ['medios', 'RTCP'],
    means:
      'El protocolo que lleva el sonido y la imagen. Sus direcciones y puertos se acuerdan en el SDP; no pasa por los proxies SIP. RTCP informa de su calidad.',
  },
  sbc: {
    term: 'SBC',
    also: ['controlador de borde de sesiones'],
    means:
      'Un B2BUA en el borde de una red. Oculta direcciones, cierra el paso a extraños, ayuda contra el NAT y adapta la señalización y los medios entre dos lados. Lo que cambia explica muchas diferencias entre los dos tramos de una llamada.',
  },
  scanner: {
    term: 'escáner',
    also: ['friendly-scanner', 'sipvicious', 'fuerza bruta', 'scanner'],
    means:
      'Un programa que busca servidores SIP en internet, prueba números y adivina contraseñas. Sus peticiones llegan en serie desde una dirección; la respuesta correcta es un rechazo, o ninguna.',
  },
  sdp: {
    term: 'SDP',
    also: ['descripción de sesión', 'Session Description Protocol'],
    means:
      'El texto que describe los medios: c= dice en qué dirección, m= qué tipo, puerto y códecs, a= los detalles. Es el cuerpo de INVITE, 200, y a menudo de 183, PRACK, UPDATE y ACK.',
  },
  'session-timer': {
    term: 'temporizador de sesión',
    also: ['session expires', 'refresco de sesión', 'session timer'],
    means:
      'Un acuerdo para refrescar una llamada con regularidad mediante re-INVITE o UPDATE, normalmente cada 15 minutos de 30. Si el refresco no llega, la llamada se termina. Las llamadas que se caen siempre al mismo número de minutos suelen tener que ver con él.',
  },
  'sip-alg': {
    term: 'SIP ALG',
    also: ['pasarela de nivel de aplicación', 'SIP fixup'],
    means:
      'Una función de muchos routers que reescribe direcciones dentro de los mensajes SIP. Pretende ayudar con el NAT y a menudo daña los mensajes: Content-Length incorrecto, Contact cambiado, respuestas perdidas. Desactívelo.',
  },
  sipfrag: {
    term: 'sipfrag',
    also: ['message/sipfrag'],
    means:
      'Un trozo de un mensaje SIP como cuerpo de otro. Los NOTIFY que siguen a un REFER llevan en él la línea de estado de la nueva llamada.',
  },
  sips: {
    term: 'sips',
    also: ['URI SIPS'],
    means:
      'Una dirección que empieza por sips: y pide TLS en todos los saltos. Es poco frecuente; la mayoría de las redes usan sip: sobre TLS.',
  },
  srtp: {
    term: 'SRTP',
    also: ['DTLS-SRTP', 'SDES', 'medios cifrados'],
    means:
      'RTP cifrado. Las claves se intercambian en el SDP (SDES) o junto a los medios (DTLS). Si un lado insiste en él y el otro ofrece RTP sin cifrar, la llamada se rechaza con 488.',
  },
  srv: {
    term: 'registro SRV',
    also: ['DNS SRV', 'NAPTR', 'SRV record'],
    means:
      'La entrada DNS que dice qué servidores atienden SIP para un dominio, por qué transporte y puerto, y en qué orden. Las entradas NAPTR dicen qué transportes hay.',
  },
  'stir-shaken': {
    term: 'STIR/SHAKEN',
    also: ['STIR', 'SHAKEN', 'PASSporT', 'atestación'],
    means:
      'La firma de números llamantes contra la falsificación. La red del llamante firma número y hora en la cabecera Identity, la del llamado comprueba la firma: 428, 436, 437 y 438 dicen qué tiene de malo.',
  },
  stun: {
    term: 'STUN',
    means:
      'Un protocolo con el que un dispositivo detrás de NAT pregunta a un servidor cómo se ve su dirección desde fuera. Se usa también para mantener abiertas las entradas de NAT.',
  },
  subscription: {
    term: 'suscripción',
    also: ['subscription'],
    means:
      'Un encargo de que se informe de un estado durante un tiempo: presencia, teclas BLF, mensajes, el avance de una transferencia. SUBSCRIBE la crea y la renueva, NOTIFY trae el estado.',
  },
  t38: {
    term: 'T.38',
    also: ['fax', 'fax sobre IP'],
    means:
      'Fax sobre IP. La llamada empieza como llamada de voz; cuando se oye un tono de fax, un re-INVITE con m=image la pasa a T.38. Un extremo que no sabe hacerlo rechaza con 488, y el fax continúa en el códec de voz.',
  },
  tag: {
    term: 'tag',
    also: ['tag de From', 'tag de To', 'from-tag', 'to-tag'],
    means:
      'El parámetro de From y To que inventa cada lado. Junto con Call-ID, los dos tags identifican el diálogo. Una petición nueva fuera de un diálogo no lleva tag en To; tags distintos en el To de las respuestas son dispositivos distintos.',
  },
  'tel-uri': {
    term: 'URI tel',
    also: ['tel:', 'tel URI'],
    means:
      'Una dirección que es solo un número de teléfono, como tel:+442079460018. Los servidores la convierten en una dirección sip: antes de encaminarla.',
  },
  tls: {
    term: 'TLS',
    also: ['SIP sobre TLS', 'cifrado'],
    means:
      'El cifrado de la conexión entre dos saltos, normalmente en el puerto 5061. Sin sus claves, una captura de ella no muestra nada de SIP.',
  },
  transaction: {
    term: 'transacción',
    also: ['transaction'],
    means:
      'Una petición y todas sus respuestas, entre dos saltos vecinos. La identifica el branch. Un INVITE y el ACK a su rechazo son una sola transacción; el ACK a un 2xx es una propia.',
  },
  trunk: {
    term: 'troncal SIP',
    also: ['troncal', 'SIP trunk'],
    means:
      'La conexión de una centralita con su operador, con un número de canales y un rango de números de teléfono. Cuando todos los canales están en uso, las demás llamadas reciben 503, o, erróneamente, 486.',
  },
  turn: {
    term: 'TURN',
    means:
      'Un servidor que retransmite los medios de dispositivos detrás de NAT que no pueden alcanzarse directamente.',
  },
  uac: {
    term: 'UAC',
    also: ['user agent client', 'cliente'],
    means: 'El lado que envía una petición, para esa transacción. En la siguiente los papeles pueden cambiar.',
  },
  uas: {
    term: 'UAS',
    also: ['user agent server', 'lado servidor'],
    means: 'El lado que responde a una petición, para esa transacción. En la siguiente los papeles pueden cambiar.',
  },
  'user-agent-role': {
    term: 'agente de usuario',
    also: ['UA', 'extremo', 'user agent'],
    means:
      'Un dispositivo o programa en el extremo de la señalización: un teléfono, un softphone, una pasarela, un servidor de buzón de voz.',
  },
  webrtc: {
    term: 'WebRTC',
    also: ['teléfono en el navegador'],
    means:
      'Telefonía en el navegador. SIP viaja por WebSocket; los medios van siempre cifrados (DTLS-SRTP) y usan ICE. Un teléfono corriente no puede aceptar una oferta así sin una pasarela: 488.',
  },
  websocket: {
    term: 'WebSocket',
    also: ['WS', 'WSS', 'SIP sobre WebSocket'],
    means:
      'Una conexión que un navegador abre hacia un servidor y que después lleva SIP. El Contact del navegador contiene un nombre de host inventado, de modo que el servidor tiene que usar la conexión abierta.',
  },
};
