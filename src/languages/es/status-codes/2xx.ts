// Spanish of the successful responses.
import type { successCodes as codes } from '../../../knowledge/status-codes/2xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const successCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '200': {
    means: 'La petición tuvo éxito.',
    usually: [
      'El servidor hizo lo que se le pidió.',
      'Si un 200 a INVITE se repite una y otra vez, su ACK no llega nunca.',
      'Si un 200 a REGISTER no incluye el Contact del dispositivo, el dispositivo no está registrado.',
      'Si todas las líneas m= de su SDP tienen el puerto 0, la llamada se establece sin ningún medio.',
    ],
    fix: [
      'Confirme con ACK cada 200 a INVITE, también los repetidos, en la dirección de su Contact.',
      'Ponga en Contact una dirección, y en el SDP direcciones, que el llamante pueda alcanzar.',
      'Enumere todos los Contact guardados con el tiempo que les queda.',
    ],
    noFaultWhen: 'Siempre. Un fallo solo puede estar en lo que sigue o en lo que dicen las cabeceras y el cuerpo.',
    methods: {
      INVITE: 'El llamado contestó. Repite esta respuesta hasta que llega el ACK, y sin él abandona a los 32 s.',
      BYE: 'La llamada terminó en ambos lados.',
      CANCEL:
        'El salto que lo envió detendrá el intento de llamada. El propio INVITE recibe además su respuesta final, normalmente 487.',
      REGISTER:
        'El servidor de registro guardó la petición. Contact enumera todas las direcciones guardadas, cada una con los segundos que sigue siendo válida, que pueden ser menos de los pedidos.',
      OPTIONS: 'El servidor está activo, y enumera lo que admite.',
      SUBSCRIBE:
        'La suscripción existe hasta que vence Expires; debe seguir de inmediato un NOTIFY con el estado actual.',
      NOTIFY: 'El suscriptor recibió el estado.',
      PUBLISH: 'El estado queda guardado hasta que vence Expires; SIP-ETag lo identifica en peticiones posteriores.',
      REFER:
        'El otro lado aceptó la petición de transferencia. Si la transferencia funciona, lo dirán los NOTIFY que siguen.',
      MESSAGE: 'El mensaje llegó a su destino; eso no significa que alguien lo haya leído.',
      PRACK: 'El lado llamado sabe que su respuesta provisional llegó.',
      UPDATE: 'El cambio en la llamada queda aceptado.',
      INFO: 'Los datos llegaron.',
    },
    headers: [
      'A INVITE: la dirección para el ACK y todas las peticiones posteriores. A REGISTER: todas las direcciones guardadas.',
      'A INVITE, SUBSCRIBE y REFER: copiado de la petición, para que las peticiones posteriores sigan el mismo camino.',
      'A INVITE y OPTIONS: los métodos que se pueden usar.',
      'A INVITE y OPTIONS: las extensiones que se pueden usar.',
      'A SUBSCRIBE y PUBLISH: cuánto tiempo se conserva el estado.',
      'A PUBLISH: el nombre del estado guardado para peticiones posteriores.',
      'A INVITE y UPDATE: el temporizador de sesión acordado, y quién lo refresca.',
    ],
  },
  '202': {
    means:
      'La petición se aceptó pero aún no se ha llevado a cabo. El código está obsoleto: el software lo trata exactamente como 200 OK.',
    usually: [
      'El software antiguo responde con él a REFER o SUBSCRIBE, como pedían en su día los RFC 3515 y RFC 3265.',
      'Un servidor guarda un mensaje instantáneo para entregarlo más tarde.',
    ],
    fix: ['Responda 200 a REFER, SUBSCRIBE y NOTIFY: los RFC 6665 y RFC 7647 ya no permiten ahí un 202.'],
    noFaultWhen: 'El otro lado sigue como tras un 200, que es lo que el RFC le pide.',
    methods: {
      REFER:
        'La petición de transferencia se aceptó, lo que no significa que la transferencia funcionara: lo dicen los NOTIFY.',
      SUBSCRIBE: 'La suscripción existe, como tras un 200; debe seguir de inmediato un NOTIFY.',
      MESSAGE: 'Un servidor aceptó el mensaje e intentará entregarlo más tarde.',
    },
  },
  '204': {
    means:
      'La suscripción se renovó o terminó, y no sigue ningún NOTIFY porque el suscriptor ya conoce el estado actual.',
    usually: ['El suscriptor renovó con Suppress-If-Match y desde entonces nada ha cambiado.'],
    fix: ['Envíelo solo a un SUBSCRIBE dentro de un diálogo que lleve Suppress-If-Match.'],
    noFaultWhen: 'El SUBSCRIBE lleva Suppress-If-Match.',
    headers: ['Cuánto dura la suscripción a partir de ahora.'],
  },
};
