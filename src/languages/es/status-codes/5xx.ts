// Spanish of the server failures.
import type { serverFailureCodes as codes } from '../../../knowledge/status-codes/5xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const serverFailureCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '500': {
    means: 'Algo falló dentro del servidor que envió esto. La petición en sí puede ser correcta.',
    usually: [
      'En el servidor falló un plan de marcación, un script, una base de datos o un transcodificador.',
      'Un proxy oculta un 503 que recibió del siguiente servidor: debe pasarlo como 500.',
      'La petición llegó con un CSeq menor que la anterior del mismo diálogo.',
      'Un segundo INVITE llegó antes de que se contestara el primero; entonces está Retry-After.',
    ],
    fix: [
      'Mire el log del servidor que lo envió, en el momento de esta respuesta.',
      'Aumente CSeq con cada petición de un diálogo, y espere a que termine un INVITE antes de enviar el siguiente.',
    ],
    noFaultWhen: 'Responde a un INVITE o UPDATE que se solapó con otro anterior, y el reintento tiene éxito.',
    methods: {
      INVITE:
        'Falló un script, una troncal o una base de datos al establecer la llamada, o una respuesta provisional fiable nunca recibió su PRACK.',
      UPDATE:
        'A menudo un UPDATE anterior aún no está contestado; Retry-After dice entonces cuándo intentarlo de nuevo.',
      NOTIFY: 'A menudo el CSeq del NOTIFY es menor que el del anterior.',
      REGISTER: 'El servidor de registro no pudo guardar el registro, a menudo porque falló su base de datos.',
    },
    headers: ['Cuándo intentarlo de nuevo; obligatoria, con 0 a 10 s, cuando las peticiones se solaparon.'],
    retry: 'Al cabo de unos segundos, o después de Retry-After.',
  },
  '501': {
    means:
      'El servidor no puede hacer esto para ningún usuario, normalmente porque no conoce el método de la petición.',
    usually: [
      'Un teléfono o una pasarela sencillos recibieron un PUBLISH, SUBSCRIBE, MESSAGE, REFER, PRACK o UPDATE.',
      'El emisor usa un método que solo conoce su propio fabricante.',
      'El nombre del método está mal escrito o en minúsculas; los nombres de métodos distinguen mayúsculas y minúsculas.',
    ],
    fix: [
      'Deje de enviar este método a este extremo; use solo lo que figura en su cabecera Allow.',
      'Implemente el método, o enumere los conocidos en Allow para que los demás no tengan que adivinar.',
    ],
    noFaultWhen:
      'Responde a un keep-alive o a un sondeo: cualquier respuesta demuestra que el otro extremo está activo.',
    methods: {
      PRACK: 'El otro extremo no conoce PRACK, así que no debió enviar su respuesta provisional de forma fiable.',
      UPDATE: 'El otro extremo no conoce UPDATE; el cambio hay que hacerlo con un re-INVITE.',
      REFER:
        'Al otro extremo no se le puede pedir que transfiera una llamada; quien lo pide tiene que transferirla de otra manera.',
      MESSAGE: 'El otro extremo no acepta mensajes instantáneos.',
      SUBSCRIBE: 'El otro extremo no ofrece ninguna suscripción.',
      PUBLISH: 'El otro extremo no guarda estado publicado.',
      INFO: 'El otro extremo no conoce INFO; los dígitos DTMF tienen que ir en el flujo RTP (RFC 4733).',
      OPTIONS: 'El otro extremo está activo pero no conoce OPTIONS, que todo elemento SIP debería conocer.',
    },
    headers: ['Enumera lo que sí funcionaría; el RFC 3261 la exige solo en un 405.'],
    retry: 'No con este método.',
  },
  '502': {
    means: 'Una pasarela o un proxy preguntó al siguiente servidor y recibió una respuesta que no pudo usar.',
    usually: [
      'El siguiente servidor envió una respuesta rota o inesperada.',
      'La red telefónica informó de que el destino está fuera de servicio.',
    ],
    fix: [
      'Mire el siguiente tramo, detrás del servidor que envió esto: el fallo está en la respuesta que recibió allí.',
    ],
    retry: 'Más tarde, o por otra ruta.',
  },
  '503': {
    means:
      'El servidor no puede aceptar peticiones ahora, porque está sobrecargado o en mantenimiento. Es muy posible que otro servidor acepte esta.',
    usually: [
      'El servidor está sobrecargado o alcanzó su límite de llamadas.',
      'Todos los canales o licencias de una troncal están en uso.',
      'El servidor no tiene ninguna ruta que funcione: lo que hay detrás está caído.',
      'El servicio se está reiniciando o está en mantenimiento.',
    ],
    fix: [
      'Pruebe el siguiente servidor, y no envíe nada a este hasta que pase Retry-After.',
      'Revise la carga, los límites de canales y licencias, y el estado de la troncal detrás del servidor.',
    ],
    noFaultWhen: 'El mantenimiento está previsto y la petición tiene éxito en otro servidor.',
    methods: {
      REGISTER: 'El teléfono debería probar el siguiente servidor de registro que indique el DNS.',
      OPTIONS: 'El otro extremo está activo pero no acepta llamadas: la monitorización lo cuenta como caído.',
      BYE: 'El servidor no pasó el BYE; quien colgó da la llamada por terminada.',
    },
    headers: ['Cuánto tiempo mantenerse alejado; sin ella el cliente actúa como tras un 500.'],
    retry: 'En otro servidor, de inmediato; en este, después de Retry-After.',
  },
  '504': {
    means:
      'El servidor esperó en vano a otro servidor que necesita, como una base de datos, una consulta de numeración o el siguiente salto.',
    usually: [
      'Una consulta a ENUM, DNS, LDAP o a una base de datos de abonados tardó demasiado.',
      'El siguiente servidor no es alcanzable.',
      'Un UPDATE pidió algo que una persona tendría que aceptar.',
    ],
    fix: [
      'Encuentre el servidor que calló, y compruebe que está en marcha y es alcanzable.',
      'Si responde a un UPDATE, haga el cambio con un re-INVITE.',
    ],
    noFaultWhen: 'Responde a un UPDATE que necesita el consentimiento de una persona.',
    methods: {
      UPDATE: 'Una persona tendría que aceptar el cambio: hay que pedirlo con un re-INVITE.',
    },
    retry: 'Más tarde, o por otra ruta.',
  },
  '505': {
    means: 'El servidor no conoce la versión de SIP de la petición. La única versión en uso es SIP/2.0.',
    usually: [
      'Un escáner o una herramienta de pruebas envía peticiones rotas a propósito.',
      'La primera línea de la petición se dañó por el camino.',
    ],
    fix: ['Escriba SIP/2.0 en la primera línea.', 'Encuentre el equipo que cambia la primera línea, como un SIP ALG.'],
    noFaultWhen: 'La petición venía de un escáner.',
    retry: 'Solo como SIP/2.0.',
  },
  '513': {
    means: 'El mensaje completo es más grande de lo que el servidor puede tratar.',
    usually: [
      'El SDP enumera muchos códecs o candidatos ICE, como hacen los navegadores web.',
      'Por el camino se acumularon muchos valores de Record-Route, Via o History-Info.',
    ],
    fix: [
      'Ofrezca menos códecs y candidatos, y quite las cabeceras que nadie necesita.',
      'Suba el tamaño máximo de mensaje.',
    ],
    retry: 'Con un mensaje más pequeño.',
  },
  '555': {
    means: 'La red no puede despertar esta aplicación por el servicio push que la aplicación indicó al registrarse.',
    usually: [
      'La aplicación indica en pn-provider un servicio push para el que el proxy no está configurado.',
      'El valor de pn-provider está mal escrito.',
    ],
    fix: [
      'Configure el proxy para el servicio push que usa la aplicación.',
      'Regístrese con un servicio push que la red admita, o sin ninguno.',
    ],
    noFaultWhen: 'Después la aplicación se registra sin push.',
    methods: {
      REGISTER: 'El registro se rechaza por el servicio push que indica. Ningún otro método puede recibir este código.',
    },
    retry: 'Con otro servicio push, o sin ninguno.',
  },
  '580': {
    means:
      'La llamada no se estableció porque los recursos de red en los que insiste, normalmente ancho de banda garantizado, no están disponibles.',
    usually: [
      'Una red móvil no pudo reservar la portadora para la llamada.',
      'El otro lado no puede cumplir las precondiciones que la oferta declara obligatorias.',
    ],
    fix: [
      'Averigüe por qué se rechazó la portadora o el ancho de banda reservado.',
      'Ponga precondition en Supported en lugar de Require si las llamadas sin ella son aceptables.',
    ],
    noFaultWhen: 'Después el llamante tiene éxito sin precondiciones.',
    headers: ['Un cuerpo SDP debería marcar la precondición que falló.'],
    retry: 'Con otras precondiciones, o sin ninguna.',
  },
};
