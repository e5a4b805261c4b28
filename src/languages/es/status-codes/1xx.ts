// Spanish of the provisional responses.
import type { provisionalCodes as codes } from '../../../knowledge/status-codes/1xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const provisionalCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '100': {
    means:
      'El siguiente salto tiene la petición y trabaja en ella, de modo que el emisor no necesita repetirla. Aún no dice nada del llamado.',
    usually: [
      'Proxies, pasarelas y centralitas lo envían por cada INVITE que no pueden contestar en 200 ms.',
      'Si es la única respuesta que llega, el fallo está más allá del salto que lo envió.',
    ],
    fix: [],
    noFaultWhen: 'Siempre, en respuesta a un INVITE. Así confirma el siguiente salto que se hizo cargo.',
    methods: {
      INVITE: 'El siguiente salto se hizo cargo del intento de llamada; el emisor deja de repetir el INVITE y espera.',
      REGISTER:
        'Permitido, pero no antes de que el emisor haya repetido la petición durante 3.5 s por UDP (RFC 4320 §4.1).',
      OPTIONS:
        'Permitido, pero no antes de que el emisor haya repetido la petición durante 3.5 s por UDP (RFC 4320 §4.1).',
      BYE: 'Permitido, pero no antes de que el emisor haya repetido la petición durante 3.5 s por UDP (RFC 4320 §4.1).',
    },
    headers: ['Copiado de la petición, si estaba allí, para que el emisor pueda medir el retardo.'],
    retry: 'El emisor deja de repetir un INVITE; las demás peticiones las repite cada 4 s por UDP.',
  },
  '180': {
    means:
      'Se está avisando al llamado. Lo normal es que el llamante oiga un tono de llamada generado por su propio equipo.',
    usually: [
      'El teléfono del llamado suena.',
      'Varios con distinto tag en To indican que suenan varios dispositivos a la vez.',
    ],
    fix: [],
    noFaultWhen: 'Siempre: es un paso intermedio, y decide la respuesta final.',
    headers: [
      'Su tag identifica el dispositivo que suena.',
      'La respuesta crea un diálogo temprano, que necesita una dirección para las peticiones posteriores.',
    ],
  },
  '181': {
    means: 'El servidor está enviando la llamada a un destino distinto del que se marcó.',
    usually: [
      'El llamado tiene activado el desvío de llamadas.',
      'Una centralita pasa la llamada a un compañero o al buzón de voz porque nadie contestó.',
    ],
    fix: ['Si el desvío no se desea, desactívelo en el teléfono o en la centralita.'],
    noFaultWhen: 'El desvío es intencionado.',
    headers: [
      'Su tag identifica el diálogo temprano.',
      'La respuesta crea un diálogo temprano, que necesita una dirección para las peticiones posteriores.',
      'Dice de dónde vino la llamada y adónde va.',
    ],
  },
  '182': {
    means: 'El llamado no está libre ahora, y la llamada espera en una cola en lugar de ser rechazada.',
    usually: ['Un centro de contacto retiene la llamada hasta que haya un agente libre.'],
    fix: [
      'Repita una respuesta provisional al menos cada minuto, para que los proxies no abandonen la llamada a los tres.',
    ],
    noFaultWhen: 'La llamada acaba saliendo de la cola; si no, decide la respuesta final.',
    headers: [
      'Su tag identifica el diálogo temprano.',
      'La respuesta crea un diálogo temprano, que necesita una dirección para las peticiones posteriores.',
    ],
  },
  '183': {
    means:
      'La llamada avanza. Si lleva SDP, el lado llamado ya puede enviar sonido, como un tono de llamada o una locución, antes de que se conteste.',
    usually: [
      'Una pasarela transmite los tonos o locuciones de la red telefónica.',
      'Una centralita reproduce una locución o música antes de que alguien conteste.',
    ],
    fix: [
      'Si no se oye nada, haga que el dispositivo reproduzca el early media y deje entrar el RTP antes de que llegue el 200.',
    ],
    noFaultWhen: 'Siempre: es un paso intermedio, y decide la respuesta final.',
    headers: [
      'Su tag identifica el diálogo temprano al que pertenece el sonido.',
      'La respuesta crea un diálogo temprano, que necesita una dirección para las peticiones posteriores.',
    ],
  },
  '199': {
    means:
      'Uno de los dispositivos a los que se ofreció la llamada queda descartado; los demás se siguen intentando. El tag de To dice cuál.',
    usually: [
      'Un proxy que bifurca recibió un rechazo de una rama mientras otra sigue sonando.',
      'Un dispositivo abandonó su diálogo temprano antes de que se conozca la respuesta final.',
    ],
    fix: ['Envíelo solo cuando el INVITE incluya 199 en Supported.'],
    noFaultWhen: 'El INVITE incluye 199 en Supported: el llamante pidió que se le avisara.',
    headers: ['Su tag identifica el diálogo temprano que terminó.', 'Lleva el código de estado que terminó la rama.'],
    retry: 'No hay nada que repetir: el llamante sigue esperando la respuesta final.',
  },
};
