// Spanish of the codes that are met although nobody registered them.
import type { fieldCodes as codes } from '../../../knowledge/status-codes/field.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const fieldCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '409': {
    means:
      'La petición entra en conflicto con lo que el servidor ya tiene guardado. El código viene de la primera especificación de SIP, de 1999, y se eliminó en 2002.',
    usually: [
      'Un servidor de registro antiguo, o construido como un servicio web, rechaza un registro que entra en conflicto con otro.',
      'Un servidor toma el código de HTTP para un conflicto propio.',
    ],
    fix: [
      'Busque otro registro o reserva de la misma dirección en el servidor que lo envió.',
      'Responda con un código registrado: 403 o 500, con la causa en la frase de motivo.',
    ],
    retry: 'No sin cambios.',
    seen: 'En software antiguo que sigue el RFC 2543, y en servidores construidos sobre software HTTP.',
  },
  '411': {
    means:
      'El servidor no acepta la petición sin Content-Length. El código viene de la primera especificación de SIP, de 1999, y se eliminó en 2002.',
    usually: [
      'La petición llegó por TCP o TLS sin Content-Length, de modo que no se pudo saber dónde termina.',
      'Un equipo intermedio quitó la cabecera.',
    ],
    fix: [
      'Ponga Content-Length en todos los mensajes; por TCP y TLS es obligatorio.',
      'Responda 400 y diga en la frase de motivo que falta Content-Length.',
    ],
    retry: 'Con Content-Length.',
    seen: 'En software antiguo que sigue el RFC 2543.',
  },
  '477': {
    means: 'El proxy no pudo enviar la petición al siguiente servidor: la conexión falló antes de que saliera nada.',
    usually: [
      'La conexión TCP o TLS con el siguiente salto no se puede establecer, o se rechazó.',
      'Un teléfono detrás de NAT está registrado por una conexión que se cerró después.',
      'El proxy no tiene socket ni ruta para la dirección desde la que tiene que enviar.',
    ],
    fix: [
      'Mire el log del proxy en ese momento: indica la dirección a la que no se pudo llegar.',
      'Compruebe que el siguiente salto escucha en ese puerto y transporte, y que ningún firewall lo rechaza.',
      'Mantenga abierta con keep-alives la conexión del registro, y regístrese de nuevo cuando se rompa.',
    ],
    retry: 'Más tarde, o por otra ruta.',
    seen: 'En Kamailio y OpenSIPS, que convierten su error interno -477 en una respuesta; OpenSIPS escribe "Send failed".',
  },
  '478': {
    means:
      'El proxy no pudo averiguar adónde enviar la petición: el nombre de host de la dirección no tiene una entrada DNS utilizable.',
    usually: [
      'El dominio de la Request-URI o de Route no existe en DNS, o no para este proxy.',
      'El Contact de un navegador lleva un nombre de host inventado, y el proxy no usa la conexión por la que llegó.',
      'El servidor DNS del proxy no responde.',
      'Un número sin dominio, como una dirección tel:, llegó al punto en que el proxy busca un host.',
    ],
    fix: [
      'Resuelva el nombre de host en el propio proxy, con sus registros NAPTR y SRV, y corrija el DNS o la ruta.',
      'Para teléfonos detrás de NAT y navegadores, guarde la conexión del registro y envíe por ella.',
    ],
    retry: 'No antes de corregir el DNS o la ruta.',
    seen: 'En Kamailio y OpenSIPS, que convierten su error interno -478 en una respuesta.',
  },
  '479': {
    means: 'El proxy no pudo leer la dirección a la que debía enviar la petición.',
    usually: [
      'La Request-URI o un Route está mal formado: un espacio, un corchete que falta, un carácter sin escapar.',
      'Un script del proxy compuso mal una dirección.',
    ],
    fix: [
      'Corrija la dirección en la Request-URI y en Route.',
      'Mire el log del proxy en ese momento, y la línea del script que reescribe la dirección.',
    ],
    retry: 'Con una dirección correcta.',
    seen: 'En Kamailio y OpenSIPS, que convierten su error interno -479 en una respuesta.',
  },
  '490': {
    means:
      'Una versión posterior de la misma petición ha ocupado el lugar de esta. El código viene de un borrador que nunca llegó a RFC.',
    usually: ['Responde con él software que aún arrastra la lista de códigos de un borrador antiguo.'],
    fix: ['Responda 491 donde se cruzan dos cambios, o 500 con Retry-After donde uno adelanta a otro.'],
    retry: 'No hay nada que repetir, si la petición posterior está en camino.',
    seen: 'En las listas de códigos de PJSIP y Sofia-SIP; en la red, casi nunca.',
  },
  '492': {
    means:
      'El servidor rechaza la petición con un número propio. Ninguna especificación publicada le da significado; solo el fabricante puede decir qué representa.',
    usually: ['Una plataforma deja pasar un número de error interno en lugar de un código registrado.'],
    fix: [
      'Lea la frase de motivo, Warning y Reason, y pregunte al fabricante del servidor que lo envió.',
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
    ],
    retry: 'No sin cambios.',
    seen: 'En plataformas de fabricantes concretos, en cada una con un significado propio.',
  },
  '498': {
    means:
      'El servidor rechaza la petición con un número propio. Ninguna especificación publicada le da significado; solo el fabricante puede decir qué representa.',
    usually: ['Una plataforma deja pasar un número de error interno en lugar de un código registrado.'],
    fix: [
      'Lea la frase de motivo, Warning y Reason, y pregunte al fabricante del servidor que lo envió.',
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
    ],
    retry: 'No sin cambios.',
    seen: 'En plataformas de fabricantes concretos, en cada una con un significado propio.',
  },
  '499': {
    means:
      'El servidor rechaza la petición con un número propio. Ninguna especificación publicada le da significado; solo el fabricante puede decir qué representa.',
    usually: ['Una plataforma deja pasar un número de error interno en lugar de un código registrado.'],
    fix: [
      'Lea la frase de motivo, Warning y Reason, y pregunte al fabricante del servidor que lo envió.',
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
    ],
    retry: 'No sin cambios.',
    seen: 'En plataformas de fabricantes concretos, en cada una con un significado propio.',
  },
  '687': {
    means:
      'El diálogo temprano o la llamada a que pertenece esta respuesta ha terminado. El código viene de un borrador que nunca llegó a RFC; hoy 199 cumple su función.',
    usually: ['Responde con él software que aún arrastra la lista de códigos de un borrador antiguo.'],
    fix: [
      'Informe del final de un diálogo temprano con 199, y del final del intento de llamada con un código registrado.',
    ],
    retry: 'No automáticamente.',
    seen: 'En la lista de códigos de Sofia-SIP, que usa FreeSWITCH; en la red, casi nunca.',
  },
  '697': {
    means:
      'El servidor rechaza la petición con un número propio. Ninguna especificación publicada le da significado; solo el fabricante puede decir qué representa.',
    usually: ['Una plataforma deja pasar un número de error interno en lugar de un código registrado.'],
    fix: [
      'Lea la frase de motivo, Warning y Reason, y pregunte al fabricante del servidor que lo envió.',
      'Responda con un código registrado, y diga la causa en la frase de motivo.',
    ],
    retry: 'No automáticamente.',
    seen: 'En plataformas de fabricantes concretos, en cada una con un significado propio.',
  },
};
