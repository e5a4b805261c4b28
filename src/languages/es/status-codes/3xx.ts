// Spanish of the redirections.
import type { redirectionCodes as codes } from '../../../knowledge/status-codes/3xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const redirectionCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '300': {
    means:
      'Al llamado se le puede localizar en varias direcciones. El llamante debe elegir una y llamarla directamente.',
    usually: [
      'Un servidor de redirección ofrece varios destinos o rutas.',
      'Una base de datos de numeración devuelve más de un resultado.',
    ],
    fix: [
      'Llame a una de las direcciones de Contact, o deje que un proxy siga la redirección.',
      'Indique en Contact al menos una dirección utilizable distinta de la que se llamó.',
    ],
    noFaultWhen: 'Sigue una nueva petición a una de las direcciones.',
    headers: ['Las direcciones entre las que elegir.'],
    retry: 'Una vez a cada Contact, con un branch nuevo.',
  },
  '301': {
    means:
      'El llamado se ha mudado definitivamente a la dirección de Contact. En adelante el llamante debería usar solo esa.',
    usually: [
      'El número del llamado cambió y la red conoce el nuevo.',
      'Un servidor responde 301 queriendo decir 302.',
    ],
    fix: [
      'Llame a la dirección de Contact y guárdela en lugar de la antigua.',
      'Use 302 si el cambio no es permanente.',
    ],
    noFaultWhen: 'Sigue una nueva petición a la dirección de Contact.',
    methods: {
      REGISTER: 'La cuenta se ha mudado a otro servidor de registro; el cliente debe registrarse allí en adelante.',
    },
    headers: ['La nueva dirección.'],
    retry: 'Una vez a cada Contact, con un branch nuevo.',
  },
  '302': {
    means:
      'De momento, al llamado se le puede localizar en la dirección de Contact. El llamante debe enviar allí la petición.',
    usually: [
      'El llamado desvía sus llamadas y deja que el llamante marque la nueva dirección.',
      'Un servidor de redirección elige la ruta: por coste, por portabilidad o por reparto de carga.',
    ],
    fix: [
      'Envíe una nueva petición a la dirección de Contact; si no sale ninguna, active el tratamiento de redirecciones.',
      'Ponga en Contact una dirección que el llamante pueda alcanzar y que sea distinta de la que llamó.',
    ],
    noFaultWhen: 'Sigue una nueva petición a la dirección de Contact.',
    methods: {
      REGISTER: 'El cliente debe registrarse en el servidor de registro que indica Contact.',
      SUBSCRIBE: 'El estado se guarda en otro servidor: el cliente debe suscribirse allí.',
    },
    headers: [
      'La dirección que hay que intentar ahora.',
      'Cuánto tiempo se puede recordar la dirección; sin ella, vale para un solo intento.',
    ],
    retry: 'Una vez a cada Contact, con un branch nuevo.',
  },
  '305': {
    means: 'El llamado acepta esta petición únicamente a través del proxy indicado en Contact.',
    usually: ['Una red insiste en que las peticiones entren por su propio punto de acceso.'],
    fix: [
      'Envíe la petición de nuevo a través del proxy de Contact.',
      'No envíe nunca 305 desde un proxy: solo puede hacerlo el servidor que finalmente atiende la petición.',
    ],
    noFaultWhen: 'Sigue una nueva petición a través del proxy indicado.',
    headers: ['El proxy por el que hay que pasar.'],
    retry: 'Una vez, a través del proxy de Contact.',
  },
  '380': {
    means: 'La llamada no tuvo éxito, pero otro servicio puede ayudar. El cuerpo de la respuesta lo describe.',
    usually: ['Una red móvil le dice al dispositivo que establezca en su lugar una llamada de emergencia.'],
    fix: [
      'Haga lo que pide el cuerpo de la respuesta; un dispositivo que no sepa leerlo tiene que desistir.',
      'Describa el otro servicio en un cuerpo que el dispositivo entienda.',
    ],
    noFaultWhen: 'Después el dispositivo usa el servicio que describe el cuerpo.',
    headers: ['Dice cómo leer el cuerpo que describe el servicio.'],
    retry: 'Solo como diga el cuerpo.',
  },
};
