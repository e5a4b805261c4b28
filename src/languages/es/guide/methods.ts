// Spanish of the methods.
import type { Guide } from '../../guide.ts';

/** Method → its words. */
export const methods: Guide['methods'] = {
  INVITE: {
    means: 'Pide al otro lado que participe en una llamada, o cambia una llamada ya establecida.',
    course:
      'INVITE, 100 Trying, 180 Ringing, 200 OK, ACK; después la llamada está establecida hasta que un lado envía BYE. Un rechazo ocupa el lugar del 200 y también se confirma. Un INVITE dentro de una llamada (re-INVITE) la cambia, por ejemplo para retenerla.',
    trouble: [
      'El ACK al 200 no llega, y la llamada se cae a los 32 s.',
      'Un INVITE grande por UDP se fragmenta y se pierde una parte: nada se contesta.',
      'La oferta de medios no conviene al llamado: 488.',
      'La respuesta se envía a un puerto que el NAT no deja entrar.',
    ],
  },
  ACK: {
    means: 'Confirma que llegó la respuesta final a un INVITE; él mismo nunca se responde.',
    course:
      'Sigue a toda respuesta final a INVITE. Tras un 2xx es una petición propia, de extremo a extremo, enviada al Contact del 2xx siguiendo el conjunto de rutas. Tras un rechazo lo envía cada salto por sí mismo, con el branch del INVITE.',
    trouble: [
      'El Contact del 200 es una dirección privada, y el ACK se pierde.',
      'Un proxy que debería ver el ACK no añadió Record-Route, o el cliente ignora el conjunto de rutas.',
    ],
  },
  CANCEL: {
    means: 'Retira un INVITE que aún no tiene respuesta final.',
    course:
      'El CANCEL lleva el branch y el número de CSeq de su INVITE, y el siguiente salto lo responde con 200. Después el INVITE termina con 487, y este se confirma. No se puede enviar antes de que haya llegado una respuesta provisional.',
    trouble: [
      'Se cruza con el 200: el llamante tiene que enviar entonces ACK y BYE.',
      'Lleva un branch distinto del de su INVITE y se responde con 481.',
      'El INVITE nunca recibe su 487.',
    ],
  },
  BYE: {
    means: 'Termina una llamada.',
    course:
      'Lo envía cualquiera de los lados con la llamada establecida, dentro del diálogo; el otro responde con 200. El llamante puede terminar con él también un diálogo temprano.',
    trouble: [
      'No llega, porque Contact o el conjunto de rutas lleva a un lugar equivocado: el otro lado se queda en la llamada.',
      'Un proxy responde 407, y el cliente no envía credenciales.',
      'El otro lado ya no conoce la llamada: 481, que no causa ningún daño.',
    ],
  },
  REGISTER: {
    means:
      'Dice al servidor de registro en qué dirección de Contact se puede localizar a un usuario, y durante cuánto tiempo.',
    course:
      'REGISTER, 401 Unauthorized, REGISTER con credenciales, 200 OK con todos los Contact guardados y su vigencia; y otra vez antes de que esta venza. Expires: 0 elimina un registro.',
    trouble: [
      'El nombre de usuario, la contraseña o el realm es incorrecto: 401 una y otra vez, o 403.',
      'El registro dura más que la entrada de NAT del teléfono, y las llamadas dejan de llegarle.',
      'La vigencia pedida es demasiado corta: 423.',
      'La petición se envía a un servidor que no es de registro: 405 o 404.',
    ],
  },
  OPTIONS: {
    means: 'Pregunta qué admite el otro lado; en la práctica se usa también para ver si está activo.',
    course:
      'OPTIONS se responde con 200 y con Allow, Accept y Supported. En la práctica casi todos son sondeos: cualquier respuesta demuestra que el otro extremo está activo.',
    trouble: [
      'El otro extremo no responde a sondeos de direcciones que no conoce, y se lo toma por muerto.',
      'La monitorización cuenta un 404 o 405 como fallo, aunque el otro extremo está activo.',
    ],
  },
  INFO: {
    means: 'Lleva datos de aplicación, como dígitos DTMF, dentro de una llamada sin cambiarla.',
    course:
      'Se envía dentro de una llamada y se responde con 200. Hoy Info-Package dice qué lleva, y Recv-Info lo que quiere el otro lado; el software antiguo envía dígitos DTMF sin ninguno de los dos.',
    trouble: [
      'El otro extremo no entiende el contenido: 415.',
      'Un lado envía DTMF por INFO, el otro lo espera en el flujo RTP.',
      'El Info-Package no se había acordado: 469.',
    ],
  },
  PRACK: {
    means: 'Confirma que llegó una respuesta provisional enviada de forma fiable.',
    course:
      'Una respuesta provisional con Require: 100rel y RSeq se confirma con PRACK, cuyo RAck la identifica; el PRACK se responde con 200. Hasta entonces la respuesta se repite.',
    trouble: [
      'Un B2BUA intermedio elimina PRACK o RAck, y la respuesta se repite hasta que la llamada falla.',
      'RAck no concuerda: 481.',
    ],
  },
  UPDATE: {
    means:
      'Cambia los medios o el temporizador de sesión de una llamada sin un nuevo INVITE, incluso antes de que se conteste.',
    course:
      'Se envía dentro de un diálogo, también temprano, y se responde de inmediato con 200; puede llevar una oferta nueva o refrescar el temporizador de sesión.',
    trouble: [
      'El otro lado tiene en curso una oferta propia: 491.',
      'El otro extremo no conoce UPDATE ni lo incluye en Allow: 405 o 501.',
    ],
  },
  SUBSCRIBE: {
    means: 'Pide que se le informe del estado de algo, como la presencia o un buzón, durante un tiempo limitado.',
    course:
      'SUBSCRIBE, 200 OK con Expires, y de inmediato un NOTIFY con el estado actual. Se repite antes de que venza Expires; Expires: 0 termina la suscripción con un último NOTIFY.',
    trouble: [
      'El servidor no ofrece el evento: 489.',
      'El NOTIFY no llega, porque el Contact del suscriptor no es alcanzable.',
      'La suscripción desapareció tras un reinicio del servidor: 481.',
    ],
  },
  NOTIFY: {
    means: 'Dice a un suscriptor el estado actual de aquello a lo que se suscribió.',
    course:
      'Dice al suscriptor el estado, al principio y con cada cambio, y se responde con 200. Subscription-State dice si vendrán más.',
    trouble: [
      'El suscriptor no conoce la suscripción: 481, y el servidor la elimina.',
      'Llega sin suscripción alguna, como hacen muchos avisos de mensajes, y el teléfono lo rechaza.',
    ],
  },
  PUBLISH: {
    means: 'Entrega un estado, como la presencia, a un servidor que lo pasa a los suscriptores.',
    course:
      'PUBLISH con el estado se responde con 200, Expires y SIP-ETag. Para renovar, cambiar o eliminar el estado, el siguiente PUBLISH nombra esa etiqueta en SIP-If-Match.',
    trouble: [
      'El servidor ya no conoce la etiqueta: 412. El cliente tiene que publicar de nuevo el estado completo.',
      'El servidor no acepta este tipo de estado: 489.',
    ],
  },
  REFER: {
    means: 'Pide al otro lado que contacte con un tercero, que es como se transfieren las llamadas.',
    course:
      'REFER con Refer-To se responde con 200 o 202; después el otro lado llama al destino e informa de sus respuestas por NOTIFY, hasta que Subscription-State dice terminated.',
    trouble: [
      'Las transferencias no están permitidas: 403, 405 o 603.',
      'El 202 se toma por el éxito de la transferencia, que solo dicen los NOTIFY.',
      'El destino de una transferencia atendida no conoce la llamada de Replaces: 481.',
    ],
  },
  MESSAGE: {
    means: 'Lleva un mensaje instantáneo.',
    course: 'MESSAGE con su texto se responde con 200 cuando llegó, o con 202 cuando lo guardó un servidor.',
    trouble: [
      'El tipo de contenido no se admite: 415.',
      'El mensaje supera los 1300 bytes y va fuera de un diálogo, cosa que no está permitida.',
      'El destinatario no está registrado: 480 o 404.',
    ],
  },
};
