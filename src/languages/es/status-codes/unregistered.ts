// Spanish of what is said of a code that nobody registered, by class.
import type { Catalogue } from '../../catalogue.ts';

/** Class → its words; `outside` for a number that is no status code. */
export const unregistered: Pick<Catalogue['status'], '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | '6xx' | 'outside'> = {
  '1xx': {
    means:
      'La petición llegó y se está tratando. Este número no está registrado, así que el llamante lo trata como 183 Session Progress.',
    usually: ['El servidor usa un código propio para informar del avance.'],
    fix: [],
    noFaultWhen: 'Es un paso intermedio, no un resultado: decide la respuesta final.',
  },
  '2xx': {
    means: 'La petición tuvo éxito. Este número no está registrado, así que el cliente lo trata como 200 OK.',
    usually: ['El servidor usa un código propio para un tipo especial de éxito.'],
    fix: ['Responda con 200: otro software no puede saber qué añade este número.'],
  },
  '3xx': {
    means:
      'La petición debería enviarse a otra dirección. Este número no está registrado, así que el cliente lo trata como 300 Multiple Choices.',
    usually: [
      'El servidor usa un código propio para la redirección.',
      'En el puerto SIP responde algo que habla HTTP.',
    ],
    fix: [
      'Responda con 300, 301 o 302 y ponga la nueva dirección en Contact.',
      'Envíe la petición de nuevo a una dirección de Contact, si la hay.',
    ],
    retry: 'Una vez a cada Contact.',
  },
  '4xx': {
    means:
      'Este servidor rechaza la petición tal como está. Este número no está registrado, así que el cliente lo trata como 400 Bad Request.',
    usually: [
      'El servidor usa un código propio; su frase de motivo suele decir qué significa.',
      'Un proxy no pudo reenviar la petición e informa con un número de error interno.',
    ],
    fix: [
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
      'Busque el número en la documentación del servidor que lo envió.',
    ],
    retry: 'En este servidor, no sin cambios.',
  },
  '5xx': {
    means:
      'El servidor no pudo llevar a cabo una petición que puede ser perfectamente válida. Este número no está registrado, así que el cliente lo trata como 500 Server Internal Error.',
    usually: [
      'El servidor usa un código propio; su frase de motivo suele decir qué significa.',
      'Un script o una ruta del servidor responde con un número que alguien eligió.',
    ],
    fix: [
      'Mire el log del servidor que lo envió, en el momento de esta respuesta.',
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
    ],
    retry: 'Más tarde, o en otro servidor.',
  },
  '6xx': {
    means:
      'La petición fallaría dondequiera que se enviara. Este número no está registrado, así que el cliente lo trata como 600 Busy Everywhere.',
    usually: ['El servidor usa un código propio para rechazar la llamada en todas partes.'],
    fix: ['Responda con un código registrado; con 4xx cuando otro dispositivo aún pueda contestar.'],
    retry: 'No automáticamente.',
  },
  outside: {
    means:
      'SIP solo conoce códigos de estado de 100 a 699. Un cliente descarta una respuesta con cualquier otro número.',
    usually: [
      'El software escribe un número de error interno en una respuesta.',
      'Una herramienta de pruebas o un escáner envía mensajes rotos a propósito.',
      'Los bytes no son SIP, o se dañaron por el camino.',
    ],
    fix: ['Responda con un código de estado de 100 a 699.'],
  },
};
