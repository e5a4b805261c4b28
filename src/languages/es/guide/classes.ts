// Spanish of the classes of status codes.
import type { Guide } from '../../guide.ts';

/** Class → its words. */
export const classes: Guide['classes'] = {
  '1xx': {
    means:
      'La petición ha llegado y se está tratando. Una respuesta provisional es un paso intermedio: la respuesta final, de 200 a 699, está por llegar.',
    usually: [
      'Toda llamada muestra al menos una antes de contestarse o rechazarse.',
      'Las peticiones distintas de INVITE reciben como mucho un 100, y solo si la respuesta final se retrasa (RFC 4320 §4.1).',
    ],
    fix: [],
    noFaultWhen: 'Siempre, con tal de que siga una respuesta final.',
    retry: 'No hay nada que repetir: el cliente sigue esperando.',
    says: 'Los códigos 1xx dicen que la petición está en curso.',
    send: 'Envíe un 1xx a un INVITE que no pueda contestar de inmediato, y repita uno al menos cada minuto mientras el llamante tenga que esperar.',
  },
  '2xx': {
    means:
      'La petición tuvo éxito. Lo que eso implica depende del método: un 200 a INVITE es una llamada contestada, un 200 a REGISTER una dirección guardada.',
    usually: ['El servidor hizo lo que se le pidió.'],
    fix: [],
    noFaultWhen: 'Siempre. Un fallo solo puede estar en lo que sigue o en lo que dicen las cabeceras y el cuerpo.',
    says: 'Los códigos 2xx dicen que la petición tuvo éxito.',
    send: 'Envíe un 2xx cuando haya hecho lo que pide la petición; en casi todos los casos lo correcto es 200.',
  },
  '3xx': {
    means:
      'La petición corresponde a otra dirección, que Contact indica. El llamante, o un proxy del camino, envía allí una nueva petición.',
    usually: ['El llamado desvía sus llamadas.', 'Un servidor de redirección elige la ruta.'],
    fix: [
      'Siga la redirección: envíe una nueva petición a cada dirección de Contact hasta que una tenga éxito.',
      'Indique en Contact al menos una dirección que el llamante pueda alcanzar y que sea distinta de la que llamó.',
    ],
    noFaultWhen: 'Sigue una nueva petición a una de las direcciones.',
    retry: 'Una vez a cada Contact, con un branch nuevo.',
    says: 'Los códigos 3xx dicen que la petición corresponde a otra dirección.',
    send: 'Envíe un 3xx cuando deba atender la petición otro y el llamante pueda conocer su dirección.',
  },
  '4xx': {
    means:
      'Este servidor rechaza la petición tal como está. Otro servidor, o una petición modificada, aún puede tener éxito. No todo 4xx es un fallo: 401 y 407 son preguntas, 486 y 480 hablan del llamado, 487 termina una llamada retirada.',
    usually: [
      'Se piden credenciales al cliente y este las envía (401, 407).',
      'El llamado está ocupado, ausente o no contesta (486, 480, 408).',
      'El número o la dirección es incorrecto (404, 484, 410).',
      'Los medios, las extensiones o los métodos de los dos lados no encajan (488, 420, 405).',
    ],
    fix: ['Cambie lo que el código señala antes de intentarlo de nuevo; la misma petición recibe el mismo rechazo.'],
    noFaultWhen: 'El cliente sigue como el código pide, o lo decidió una persona.',
    retry: 'En este servidor, no sin cambios.',
    says: 'Los códigos 4xx dicen que este servidor rechaza la petición tal como está.',
    send: 'Envíe un 4xx cuando el motivo sea la petición, su dirección o su remitente; elija el código más preciso que haya.',
  },
  '5xx': {
    means:
      'El servidor no pudo llevar a cabo una petición que puede ser perfectamente válida. Puede que otro servidor la acepte.',
    usually: [
      'El servidor está sobrecargado o fuera de servicio (503).',
      'Falló un script, una base de datos o el siguiente servidor (500, 502, 504).',
      'Al servidor le falta el método o el tamaño que la petición necesita (501, 513).',
    ],
    fix: ['Pruebe el siguiente servidor.', 'Mire el log del servidor que lo envió, en el momento de esta respuesta.'],
    noFaultWhen: 'Después otro servidor acepta la petición.',
    retry: 'Más tarde, o en otro servidor.',
    says: 'Los códigos 5xx dicen que el servidor no pudo llevar a cabo la petición.',
    send: 'Envíe un 5xx cuando el motivo sea usted y no la petición.',
  },
  '6xx': {
    means:
      'La petición fallaría dondequiera que se enviara. Un proxy cancela todas las demás ramas y pasa la respuesta.',
    usually: [
      'El llamado rechazó para todos sus dispositivos (603).',
      'La red o el llamado tomó la llamada por no deseada (607, 608).',
    ],
    fix: ['Envíe 4xx si aún puede contestar otro dispositivo o el buzón de voz.'],
    noFaultWhen: 'El llamado lo quiso así.',
    retry: 'No automáticamente.',
    says: 'Los códigos 6xx dicen que la petición no tendría éxito en ninguna parte.',
    send: 'Envíe un 6xx solo si habla en nombre de todos los dispositivos del llamado.',
  },
};
