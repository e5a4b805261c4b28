// Spanish of the option tags.
import type { Guide } from '../../guide.ts';

/** Option tag → its words. */
export const optionTags: Guide['optionTags'] = {
  '199': {
    means: 'El llamante quiere que se le avise con 199 cuando termine una rama de una llamada bifurcada.',
    use: 'En Supported de un INVITE; sin ella nadie puede enviar 199.',
  },
  '100rel': {
    means:
      'Las respuestas provisionales, como 180 y 183, pueden enviarse de forma fiable: cada una se repite hasta que un PRACK la confirma.',
    use: 'En Supported de un INVITE lo permite, en Require lo exige. Una respuesta enviada de forma fiable la lleva en Require, junto con RSeq.',
  },
  answermode: {
    means: 'El llamante puede pedir que la llamada se conteste sola, o solo por una persona.',
    use: 'En Supported o Require de un INVITE, junto con Answer-Mode o Priv-Answer-Mode.',
  },
  'early-session': {
    means: 'El early media se negocia como una sesión propia, al lado de la de la llamada.',
    use: 'En Supported o Require; el cuerpo lleva la disposición early-session.',
  },
  eventlist: {
    means: 'Una sola suscripción puede representar toda una lista, como todas las teclas BLF de un teléfono.',
    use: 'En Supported de un SUBSCRIBE; un servidor que la usa la pone en Require de sus respuestas y NOTIFY.',
  },
  explicitsub: {
    means: 'Un REFER no crea suscripción por sí mismo; quien quiera conocer el resultado se suscribe a él.',
    use: 'En Require de un REFER; el 2xx indica en Refer-Events-At dónde suscribirse.',
  },
  'from-change': {
    means:
      'Las direcciones de From y To pueden cambiar dentro de un diálogo, por ejemplo cuando una llamada transferida pasa a otro interlocutor.',
    use: 'En Supported de ambos lados.',
  },
  'geolocation-http': {
    means: 'El emisor puede descargar una ubicación por HTTP.',
    use: 'En Supported, para que los demás sepan en qué forma pueden pasar una ubicación como enlace.',
  },
  'geolocation-sip': {
    means: 'El emisor puede obtener una ubicación mediante una suscripción SIP.',
    use: 'En Supported, para que los demás sepan en qué forma pueden pasar una ubicación como enlace.',
  },
  gin: {
    means: 'Una centralita registra todos sus números de una vez.',
    use: 'En Require y Proxy-Require de un REGISTER cuyo Contact lleva el parámetro bnc.',
  },
  gruu: {
    means:
      'Un dispositivo recibe una dirección propia válida en todas partes, de modo que una llamada o una transferencia llegue exactamente a él.',
    use: 'En Supported de un REGISTER; el 200 lleva entonces pub-gruu y temp-gruu en Contact.',
  },
  histinfo: {
    means: 'El emisor quiere recibir History-Info en las respuestas.',
    use: 'Solo en Supported.',
  },
  ice: {
    means: 'El emisor puede encontrar con ICE un camino para los medios a través del NAT.',
    use: 'Poco frecuente: normalmente se ve en el SDP si se usa ICE. En Require rechaza a un extremo sin ICE.',
  },
  join: {
    means: 'Una llamada nueva puede unirse a otra existente y formar con ella una conferencia.',
    use: 'En Supported o Require, con la cabecera Join.',
  },
  'multiple-refer': {
    means: 'Un solo REFER puede nombrar varios destinos, en una lista en su cuerpo.',
    use: 'En Require de un REFER.',
  },
  norefersub: {
    means: 'El emisor de un REFER no necesita una suscripción a su avance.',
    use: 'En Supported, junto con Refer-Sub: false.',
  },
  nosub: {
    means: 'Un REFER no crea suscripción, y nadie puede suscribirse a su avance.',
    use: 'En Require de un REFER.',
  },
  outbound: {
    means: 'El teléfono mantiene abiertas las conexiones por las que se registró, y las llamadas le llegan por ellas.',
    use: 'En Supported de un REGISTER cuyo Contact lleva reg-id y +sip.instance; un servidor de registro que está de acuerdo la pone en Require del 200.',
  },
  path: {
    means:
      'El servidor de registro guarda los proxies que hay delante del teléfono y envía las llamadas a través de ellos.',
    use: 'En Supported de un REGISTER. Un proxy que añade Path puede exigirla.',
  },
  policy: {
    means: 'El dispositivo puede preguntar a un servidor de políticas qué medios permite la red.',
    use: 'En Supported de un INVITE o UPDATE.',
  },
  precondition: {
    means:
      'El teléfono suena solo cuando los recursos de red para la llamada, normalmente el ancho de banda, están reservados.',
    use: 'En Supported cuando se desea, en Require cuando es condición. Habitual en redes móviles.',
  },
  pref: {
    means: 'Las capacidades de los dispositivos, tal como las registraron, deciden cuál recibe la llamada.',
    use: 'En Require o Proxy-Require de una petición con Accept-Contact o Reject-Contact.',
  },
  privacy: {
    means: 'La petición debe rechazarse si la red no puede ocultar lo que pide Privacy.',
    use: 'En Proxy-Require.',
  },
  'recipient-list-invite': {
    means: 'Un servidor de conferencias invita a todos los de una lista que llega con el INVITE.',
    use: 'En Require de un INVITE al servidor de conferencias.',
  },
  'recipient-list-message': {
    means: 'Un servidor reenvía un mensaje a todos los de una lista que llega con él.',
    use: 'En Require de un MESSAGE.',
  },
  'recipient-list-subscribe': {
    means: 'La lista de lo que se quiere observar llega con el propio SUBSCRIBE.',
    use: 'En Require de un SUBSCRIBE.',
  },
  'record-aware': {
    means: 'El dispositivo puede mostrar a su usuario que la llamada se está grabando.',
    use: 'En Supported.',
  },
  replaces: {
    means:
      'Una llamada nueva puede ocupar el lugar de otra existente; así funcionan la transferencia atendida y la captura de llamadas.',
    use: 'En Supported de ambos lados; en Require cuando la llamada no tiene sentido de otra manera.',
  },
  'resource-priority': {
    means: 'La petición debe rechazarse si no se conoce su prioridad de llamada.',
    use: 'En Require, junto con Resource-Priority.',
  },
  'sdp-anat': {
    means: 'El SDP ofrece para los mismos medios una dirección IPv4 y otra IPv6. Obsoleta: hoy lo hace ICE.',
    use: 'En Require o Supported de un INVITE.',
  },
  'sec-agree': {
    means: 'El cliente y el servidor acuerdan antes que nada cómo proteger su conexión.',
    use: 'En Require y Proxy-Require del cliente; habitual cuando se registra un teléfono móvil.',
  },
  siprec: {
    means: 'El INVITE establece una sesión de grabación: lleva los medios de otra llamada a un grabador.',
    use: 'En Require de un INVITE al grabador.',
  },
  tdialog: {
    means: 'Una petición fuera de una llamada puede demostrar que su emisor participa en esa llamada.',
    use: 'En Supported; la prueba en sí está en Target-Dialog.',
  },
  timer: {
    means: 'Las llamadas largas se refrescan con regularidad, para que los proxies noten cuándo ha muerto una.',
    use: 'En Supported de ambos lados; en Require del 2xx cuando es el llamante quien tiene que refrescar.',
  },
  'trickle-ice': {
    means: 'Los candidatos ICE pueden enviarse poco a poco en peticiones INFO, mientras se establece la llamada.',
    use: 'En Supported; en Require cuando de otro modo medio conjunto de candidatos sería inútil.',
  },
  uui: {
    means: 'Los datos de una aplicación, como un número de cliente, viajan con la llamada en User-to-User.',
    use: 'En Supported o Require de un INVITE.',
  },
};
