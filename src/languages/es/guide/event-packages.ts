// Spanish of the event packages.
import type { Guide } from '../../guide.ts';

/** Event package → its words. */
export const eventPackages: Guide['eventPackages'] = {
  presence: {
    means: 'Si alguien está disponible, ocupado o ausente.',
  },
  winfo: {
    means: 'Quién más está suscrito. Es una plantilla: presence.winfo dice quién observa una presencia.',
  },
  'message-summary': {
    means: 'Cuántos mensajes de voz nuevos y antiguos esperan. Enciende y apaga el aviso de mensajes.',
    note: 'Muchas centralitas envían el NOTIFY sin suscripción alguna; los teléfonos que no lo esperan responden 481 o 489.',
  },
  refer: {
    means: 'Cómo avanza una transferencia: cada NOTIFY lleva la última respuesta a la llamada que pidió el REFER.',
    note: 'La suscripción nace con el REFER, sin ningún SUBSCRIBE.',
  },
  reg: {
    means: 'Qué dispositivos están registrados para un usuario.',
  },
  dialog: {
    means: 'Qué llamadas tiene alguien, y si están sonando o establecidas. Con esto funcionan las teclas BLF.',
    note: 'Una suscripción a un único diálogo dura 7200 s por defecto.',
  },
  conference: {
    means: 'Quién participa en una conferencia, y qué ocurre en ella.',
  },
  kpml: {
    means: 'Qué teclas pulsa alguien durante una llamada.',
  },
  'poc-settings': {
    means: 'Los ajustes push-to-talk de un usuario.',
  },
  'xcap-diff': {
    means: 'Qué ha cambiado en documentos de un servidor XCAP, como listas de contactos.',
  },
  'ua-profile': {
    means: 'Dónde encuentra un teléfono su configuración, y cuándo ha cambiado.',
  },
  'vq-rtcpxr': {
    means: 'La calidad de voz de una llamada tal como la midió el teléfono.',
    note: 'Lo habitual es que los teléfonos lo envíen con PUBLISH al final de una llamada, sin suscripción alguna.',
  },
  certificate: {
    means: 'El certificado de un usuario.',
  },
  credential: {
    means: 'El certificado de un usuario junto con la clave privada, para los dispositivos de ese usuario.',
  },
  'consent-pending-additions': {
    means: 'Qué personas de una lista aún no han dado su consentimiento.',
  },
  'http-monitor': {
    means: 'Que un recurso web ha cambiado.',
  },
  'load-control': {
    means: 'Cómo debe limitar un vecino su tráfico en caso de sobrecarga.',
  },
  'call-completion': {
    means: 'Que ya se puede llamar a un llamado que estaba ocupado o no contestó.',
  },
  'session-spec-policy': {
    means: 'Qué medios permite la red para una llamada.',
  },
  'spirits-INDPs': {
    means: 'Eventos de llamadas en la red telefónica, tal como los detecta una red inteligente.',
  },
  'spirits-user-prof': {
    means: 'Eventos de abonados móviles en la red telefónica, como desplazarse o apagar el teléfono.',
  },
  'Siemens-RTP-Stats': {
    means: 'Estadísticas RTP de teléfonos Siemens.',
  },
  'as-feature-event': {
    means:
      'Si están activadas funciones como «no molestar» y el desvío de llamadas, para que el teléfono y el servidor coincidan.',
  },
  'call-info': {
    means: 'El estado de una línea que comparten varios teléfonos.',
  },
  'line-seize': {
    means: 'Un teléfono toma una línea compartida antes de marcar.',
  },
  talk: {
    means:
      'Un NOTIFY que hace que el teléfono conteste o recupere una llamada, como si alguien hubiera pulsado la tecla.',
  },
  hold: {
    means: 'Un NOTIFY que hace que el teléfono retenga una llamada, como si alguien hubiera pulsado la tecla.',
  },
  'check-sync': {
    means: 'Un NOTIFY que hace que el teléfono cargue de nuevo su configuración y, a menudo, se reinicie.',
    note: 'Llega sin suscripción.',
  },
  'keep-alive': {
    means: 'Un NOTIFY que no hace más que mantener abierta una entrada de NAT.',
    note: 'Le vale cualquier respuesta, también 481 o 489.',
  },
  uaCSTA: {
    means: 'Control remoto de un teléfono mediante mensajes CSTA.',
  },
};
