// Spanish of the timers.
import type { Guide } from '../../guide.ts';

/** Timer → its words. */
export const timers: Guide['timers'] = {
  T1: {
    means:
      'Estimación del tiempo que tardan una petición y su respuesta entre dos saltos. De él se derivan todos los demás temporizadores.',
  },
  T2: {
    means:
      'La pausa más larga entre dos repeticiones de una petición distinta de INVITE, o de una respuesta final a INVITE.',
  },
  T4: {
    means: 'El tiempo más largo que se espera que un mensaje ande por la red.',
  },
  A: {
    means: 'El cliente espera la primera respuesta a su INVITE.',
    fires:
      'El INVITE se envía de nuevo, y el temporizador vuelve a empezar con el doble de tiempo: a los 0.5, 1.5, 3.5, 7.5, 15.5 y 31.5 s.',
    reliable: 'No se usa: TCP y TLS repiten por sí mismos.',
  },
  B: {
    means: 'El cliente espera alguna respuesta, la que sea, a su INVITE.',
    fires:
      'El cliente abandona el intento de llamada, como tras un 408. En una captura han salido siete INVITE y no volvió nada.',
  },
  C: {
    means:
      'Un proxy espera la respuesta final a un INVITE que ya tiene respuesta provisional. Cada respuesta provisional, salvo 100, lo inicia de nuevo.',
    fires: 'El proxy envía un CANCEL y responde al llamante con 408.',
  },
  D: {
    means:
      'Tras un INVITE rechazado el cliente conserva la transacción, para confirmar de nuevo el rechazo si se repite.',
    reliable: '0 s.',
  },
  E: {
    means: 'El cliente espera la respuesta final a una petición distinta de INVITE.',
    fires:
      'La petición se envía de nuevo, con pausas que se duplican hasta 4 s. Una respuesta provisional no acaba con esto; las pausas son entonces de 4 s.',
    reliable: 'No se usa: TCP y TLS repiten por sí mismos.',
  },
  F: {
    means: 'El cliente espera la respuesta final a una petición distinta de INVITE.',
    fires: 'El cliente desiste, como tras un 408. En una captura la petición ha salido once veces y no volvió nada.',
  },
  G: {
    means: 'El servidor ha rechazado un INVITE y espera el ACK.',
    fires: 'El rechazo se envía de nuevo, con pausas que se duplican hasta 4 s.',
    reliable: 'No se usa: TCP y TLS repiten por sí mismos.',
  },
  H: {
    means: 'El servidor ha rechazado un INVITE y espera el ACK. No es la espera del ACK a un 200, que no tiene letra.',
    fires:
      'El servidor deja de repetir y olvida la transacción. El lado llamante no confirmó nunca, o su ACK se perdió.',
  },
  I: {
    means: 'Tras el ACK a un rechazo el servidor conserva la transacción, para absorber ACK repetidos.',
    reliable: '0 s.',
  },
  J: {
    means:
      'Tras su respuesta final a una petición distinta de INVITE el servidor conserva la transacción, para responder igual a las repeticiones de la petición.',
    reliable: '0 s.',
  },
  K: {
    means:
      'Tras la respuesta final a una petición distinta de INVITE el cliente conserva la transacción, para absorber respuestas repetidas.',
    reliable: '0 s.',
  },
  L: {
    means:
      'Tras un 2xx a INVITE el servidor conserva la transacción, para que un INVITE repetido no se tome por una llamada nueva.',
  },
  M: {
    means:
      'Tras el primer 2xx a INVITE el cliente conserva la transacción, porque pueden contestar también otros dispositivos de una llamada bifurcada.',
  },
  N: {
    means: 'Un suscriptor espera el primer NOTIFY tras su SUBSCRIBE.',
    fires: 'La suscripción se da por fallida. En una captura el SUBSCRIBE recibió un 200, pero no llegó ningún NOTIFY.',
  },
  'ack-wait': {
    means:
      'El llamado ha contestado con 200 y espera el ACK. Mientras tanto repite el 200 con pausas que se duplican hasta 4 s, también por TCP y TLS. Esta espera no tiene letra.',
    fires: 'El llamado termina la llamada con BYE: la llamada se cae a los 32 s, aunque los usuarios estén hablando.',
  },
  'prack-wait': {
    means:
      'El lado llamado ha enviado de forma fiable una respuesta provisional y espera el PRACK. Mientras tanto repite la respuesta con pausas que se duplican.',
    fires: 'El lado llamado rechaza la llamada con un 5xx.',
  },
};
