// Spanish of the recordings that are shown for rules.
import type { Guide } from '../../guide.ts';

/** Rule id → what happens. */
export const examples: Guide['examples'] = {
  'missing-ack': {
    fires: 'La respuesta lleva un Contact privado, de modo que el ACK no encuentra el camino de vuelta.',
    silent: 'La primera respuesta se pierde en el camino hacia el llamante, la segunda se confirma.',
  },
  '405-without-allow': {
    fires: 'El servidor rechaza un mensaje y no dice qué aceptaría.',
    silent: 'El servidor rechaza un mensaje y enumera lo que aceptaría.',
  },
  '501-without-allow': {
    fires: 'El servidor no conoce el método y no dice cuáles conoce.',
    silent: 'El servidor no conoce el método y enumera los que conoce.',
  },
  'malformed-request': {
    fires: 'Max-Forwards no es un número, y el servidor dice qué cabecera no entiende.',
    silent: 'El servidor rechaza una petición que no tiene nada de malo: la respuesta tiene que hablar por sí misma.',
  },
  'unanswered-request': {
    fires: 'El llamado está apagado: el INVITE se repite hasta que el llamante desiste.',
    silent: 'La petición se repite una vez y después se responde.',
  },
  'missing-final-response': {
    fires: 'Suena, y nadie termina nunca el intento: ni el llamado, ni un proxy, ni el llamante.',
    silent: 'El llamado acepta el CANCEL y concluye el INVITE.',
  },
  'authentication-loop': {
    fires: 'La contraseña es incorrecta: cada nuevo intento se responde con un nuevo desafío.',
    silent: 'Un registro corriente: una pregunta, una respuesta.',
  },
  'unanswered-challenge': {
    fires: 'El proxy pide credenciales, y el llamante no tiene.',
    silent: 'El cliente contesta el desafío con credenciales.',
  },
  'missing-fragment': {
    fires:
      'Un INVITE grande se envía fragmentado una y otra vez, solo están los primeros fragmentos, y nadie responde.',
    silent: 'Un mensaje cortado por otro motivo: la captura conserva solo cierta cantidad de bytes de cada paquete.',
  },
};
