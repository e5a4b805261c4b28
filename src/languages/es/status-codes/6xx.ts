// Spanish of the global failures.
import type { globalFailureCodes as codes } from '../../../knowledge/status-codes/6xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const globalFailureCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '600': {
    means:
      'El llamado está ocupado en todos sus dispositivos y no atiende la llamada. Nada más la contestará, ni siquiera el buzón de voz.',
    usually: [
      'El llamado puso todos sus dispositivos en ocupado.',
      'Una centralita informa de que todo un grupo está ocupado.',
    ],
    fix: ['Envíe 486 si aún puede contestar el buzón de voz u otro dispositivo: 600 hace que los proxies se detengan.'],
    noFaultWhen: 'El llamado está ocupado de verdad en todas partes.',
    methods: {
      REGISTER: 'Un servidor de registro no puede enviar un 6xx: otro podría aceptar el registro.',
    },
    headers: ['Cuándo tiene sentido llamar de nuevo.'],
    retry: 'Más tarde; después de Retry-After, si está.',
  },
  '603': {
    means: 'El llamado, o un servicio que actúa en su nombre, no quiere esta llamada en ningún dispositivo.',
    usually: [
      'El llamado pulsó rechazar, después de que sonara el teléfono.',
      '«No molestar» o una lista de bloqueo rechaza la llamada al instante, sin que suene.',
      'La red toma la llamada por spam y la bloquea; la frase de motivo o Reason suelen decirlo.',
    ],
    fix: [
      'Si el rechazo llega al instante, averigüe por qué está bloqueado el número, y regístrelo en los servicios de análisis.',
      'Si la llamada era deseada, revise «no molestar» y la lista de bloqueo.',
    ],
    noFaultWhen: 'Una persona pulsó rechazar.',
    methods: {
      MESSAGE: 'El destinatario no quiere este mensaje.',
      SUBSCRIBE: 'La suscripción se rechaza, y pedirla de nuevo no servirá de nada.',
      REFER: 'El otro lado rechaza la transferencia.',
      REGISTER: 'Un servidor de registro no puede enviar un 6xx: otro podría aceptar el registro.',
    },
    headers: ['Cuándo tiene sentido llamar de nuevo.'],
    retry: 'No automáticamente; después de Retry-After, si está.',
  },
  '604': {
    means: 'Un servidor que lo sabe con certeza dice que el usuario o número no existe en ninguna parte.',
    usually: [
      'El número marcado no está asignado.',
      'Una pasarela o un SBC convierte un simple «no encontrado» en este código más rotundo.',
    ],
    fix: [
      'Corrija el número o la dirección.',
      'Envíe 404, salvo que este servidor conozca de verdad todos los lugares donde podría estar el usuario.',
    ],
    retry: 'No a esta dirección.',
  },
  '606': {
    means: 'El llamado quiere hablar, pero ningún dispositivo suyo puede usar los medios que ofrece el llamante.',
    usually: [
      'Los dos lados no tienen ningún códec en común.',
      'Un lado insiste en medios cifrados y el otro los ofrece sin cifrar, o al revés.',
      'Un servidor envía 606 queriendo decir 488.',
    ],
    fix: [
      'Ofrezca los códecs, el cifrado y la familia de direcciones que admite el llamado.',
      'Envíe 488, salvo que ningún otro dispositivo pudiera aceptar la oferta.',
    ],
    headers: ['Nombra lo que no encaja en la oferta.', 'Un cuerpo SDP puede describir lo que sí funcionaría.'],
    retry: 'Con otra oferta.',
  },
  '607': {
    means: 'El llamado marcó esta llamada como no deseada, como con un botón de spam.',
    usually: [
      'El llamado pulsó el botón de spam del teléfono.',
      'Una aplicación del llamado bloquea las llamadas de este número.',
    ],
    fix: ['Deje de llamar a este número; si las llamadas son legítimas, recupere la reputación del número llamante.'],
    noFaultWhen: 'El llamado lo quiso así: la función hace su trabajo.',
    retry: 'Nunca.',
  },
  '608': {
    means: 'Un servicio de la red, no el llamado, rechazó la llamada porque la toma por no deseada.',
    usually: ['Un servicio de análisis de llamadas calificó el número llamante de spam o fraude.'],
    fix: [
      'Reclame en el contacto que figura en la cabecera Call-Info, y haga que rehabiliten el número.',
      'Indique en Call-Info un contacto para reclamaciones, como pide el RFC.',
    ],
    noFaultWhen: 'La llamada no era deseada: la función hace su trabajo.',
    headers: ['Lleva el contacto firmado para reclamaciones (purpose=jwscard), salvo que se tema un abuso.'],
    retry: 'Solo después de que rehabiliten al llamante.',
  },
};
