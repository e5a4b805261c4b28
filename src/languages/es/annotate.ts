// Spanish of the annotator.
import type { AnnotateText, RoleName } from '../../annotate/texts.ts';

/** Role of a response → what that role means. */
export const roles: Readonly<Record<RoleName, string>> = {
  progress: 'Es un paso intermedio: decide la respuesta final.',
  toScanner: 'La petición lleva la marca de un escáner; el rechazo es lo que le corresponde.',
  otherBranch: 'Este era uno de los varios destinos en los que se intentó la petición; otro la aceptó.',
  challengeRefusedOnce:
    'La petición ya llevaba credenciales para este realm, así que fueron rechazadas. Un intento posterior se aceptó.',
  challengeRefused:
    'La petición ya llevaba credenciales para este realm, así que esto es un rechazo: el nombre de usuario, la contraseña o el nonce son incorrectos.',
  challengeAnswered: 'Es la primera solicitud normal de credenciales: el cliente la contestó.',
  challengeRenewed:
    'El nonce había caducado (stale=true): el cliente solo tiene que recalcular su respuesta; la contraseña es correcta.',
  challengeUnanswered: 'Después de esto el cliente no envió credenciales.',
  challengePending: 'Pide credenciales; si el cliente las envió, la captura no lo muestra.',
  alive: 'Para un sondeo con OPTIONS cualquier respuesta es buena noticia: {server} está activo y habla SIP.',
  redirectFollowed: 'La redirección se siguió: tras ella salió una nueva petición.',
  redirectUnfollowed: 'No salió ninguna petición nueva, así que la redirección quedó en nada.',
  redirectPending: 'Si la redirección se siguió, la captura no lo muestra.',
  cancelled: 'El llamante desistió antes: así tiene que terminar el INVITE cancelado.',
  endedUnseen: 'El INVITE se terminó antes de ser contestado, pero el CANCEL no se capturó en este punto.',
  cancelTooLate: 'El CANCEL llegó cuando el INVITE ya estaba contestado: no causa ningún daño.',
  byeCrossed: 'Ambos lados colgaron a la vez, y la llamada ya no existía.',
  goneAlready: 'El otro lado ya no conoce la llamada a la que se refiere esta petición.',
  intervalRaised: 'El cliente lo intentó de nuevo con un intervalo más largo, como se le indicó.',
  retryPending: 'Pide intentarlo de otra manera; si el cliente lo hizo, la captura no lo muestra.',
  glareResolved: 'Se cruzaron dos cambios; uno de los lados esperó y lo intentó de nuevo con éxito.',
  glare: 'Se cruzaron dos cambios, y ningún intento posterior tuvo éxito.',
  republished: 'El servidor había olvidado el estado; el cliente lo publicó de nuevo.',
  moreDigits: 'El número aún no estaba completo; el llamante siguió marcando.',
  notAnswered: 'Sonó, y nadie contestó.',
  choice: 'Es la decisión de una persona o de una función que alguien activó, no un fallo de la red.',
  changeRefused: 'Solo se rechazó el cambio en la llamada en curso; la llamada en sí continuó.',
  credentialsRefused:
    'La petición llevaba credenciales, así que probablemente se trata de ellas y no de una política: el nombre de usuario, la contraseña o el dominio son incorrectos, o la cuenta está bloqueada.',
  recoveredElsewhere: 'Un intento posterior tuvo éxito, pero {server} tuvo problemas con este.',
  recovered: 'Un intento posterior del mismo tipo tuvo éxito.',
  unavailable:
    'No llegó a sonar: la red no pudo localizar al llamado, que no está registrado, está apagado o fuera de cobertura.',
  notDisturbed: 'No llegó a sonar: el teléfono está en «no molestar», o no hay nadie a quien localizar.',
  gaveUp: '{server} dejó de esperar una respuesta a {method}, y con eso terminó el intento.',
  refusedInside: '{server} rechazó {method}.',
  refused: '{server} rechazó {method}, y con eso terminó el intento.',
};

/** Everything else that the annotator says. */
export const annotate: Readonly<Record<AnnotateText, string>> = {
  title: '{status} {reason} a {method}',
  titleBare: '{status} a {method}',
  phrase: 'La frase de motivo no es la habitual, sino una propia del servidor: «{reason}» en lugar de «{standard}».',
  q850: 'La cabecera Reason indica la causa que dio la red telefónica: causa Q.850 {cause}{text}.',
  sipReason: 'La cabecera Reason indica el código SIP {cause}{text}.',
  otherReason: 'La cabecera Reason dice: {value}.',
  warning: 'La cabecera Warning dice: {value}.',
  retryAfter: 'El servidor pide esperar {seconds} s antes del próximo intento.',
  errorInfo: 'En {value} se puede leer o escuchar más al respecto.',
  sender: 'Vino de {server}.',
  senderSoftware: 'Vino de {server} ({software}).',
  senderHops: 'En el camino de vuelta pasó por {hops, plural, one {un salto más} other {# saltos más}}.',
  passedOn: 'Se generó a partir del {status} que {server} había enviado más allá.',
  soundRequest:
    'Los bytes de la petición, tal como se capturaron, no tienen nada de malo; el motivo hay que buscarlo en {server}.',
  unregistered: 'El número {status} no está registrado; los clientes lo tratan como {as}.',
  usually: 'Causas habituales, de más a menos frecuente:',
  nothing: 'No hay nada que corregir.',
  fixCredentials:
    'Compare el nombre de usuario, la contraseña y el realm del cliente con los de la cuenta en {server}.',
  fixAccount: 'Mire el log de {server} en ese momento: dice qué cuenta se rechazó y por qué.',
  'rule-failed': 'la propia regla falló con este flujo ({reason})',
};
