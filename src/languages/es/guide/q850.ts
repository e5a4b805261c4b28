// Spanish of the Q.850 causes.
import type { Guide } from '../../guide.ts';

/** Cause → its words. */
export const q850: Guide['q850'] = {
  '1': {
    name: 'número no asignado',
    means: 'El número marcado no está asignado a nadie.',
  },
  '2': {
    name: 'sin ruta hacia la red de tránsito',
    means: 'La red no conoce al operador por el que debía ir la llamada.',
  },
  '3': {
    name: 'sin ruta hacia el destino',
    means: 'La red no tiene camino hacia el número marcado.',
  },
  '4': {
    name: 'enviar tono especial de información',
    means: 'El número no es alcanzable por un motivo duradero; el llamante debe oír el tono de información.',
  },
  '5': {
    name: 'prefijo de troncal mal marcado',
    means: 'Se marcó un prefijo de troncal donde no corresponde, o falta.',
  },
  '6': {
    name: 'canal no aceptable',
    means: 'El canal elegido para la llamada no se puede usar.',
  },
  '7': {
    name: 'llamada asignada, se entrega por un canal establecido',
    means: 'La llamada se entrega por un canal que ya está establecido.',
    note: 'No termina una llamada.',
  },
  '8': {
    name: 'desalojo por prioridad',
    means: 'La llamada se cortó en favor de otra más importante.',
  },
  '9': {
    name: 'desalojo por prioridad, circuito reservado para reutilización',
    means: 'La llamada se cortó en favor de otra más importante, que usará el mismo circuito.',
  },
  '14': {
    name: 'consulta en la liberación, número portado',
    means: 'El número se ha pasado a otra red, que hay que consultar.',
  },
  '16': {
    name: 'liberación normal de la llamada',
    means: 'Alguien colgó. Es el final ordinario de una llamada.',
    note: 'Una pasarela la convierte en un BYE o un CANCEL, no en un código de estado.',
  },
  '17': {
    name: 'usuario ocupado',
    means: 'El llamado está hablando.',
  },
  '18': {
    name: 'el usuario no responde',
    means: 'El equipo del llamado no reaccionó en absoluto.',
  },
  '19': {
    name: 'el usuario no contesta (usuario avisado)',
    means: 'El teléfono sonó, pero nadie descolgó.',
  },
  '20': {
    name: 'abonado ausente',
    means: 'El teléfono móvil está apagado o fuera de cobertura.',
  },
  '21': {
    name: 'llamada rechazada',
    means: 'La llamada se rechazó, aunque el equipo podría haberla aceptado.',
    when: 'Lo hace cuando la causa se localiza en el usuario: la rechazó una persona.',
  },
  '22': {
    name: 'número cambiado',
    means: 'El llamado tiene ahora otro número.',
    when: 'Lo hace cuando con la causa llega el nuevo número.',
  },
  '23': {
    name: 'redirección a un nuevo destino',
    means: 'La red debe enviar la llamada a otro destino.',
  },
  '24': {
    name: 'llamada rechazada por una función del destino',
    means: 'Una función del llamado, como el rechazo de llamadas anónimas, rechazó la llamada.',
  },
  '25': {
    name: 'error de encaminamiento en la central',
    means: 'La llamada dio vueltas en círculo o hizo demasiados saltos dentro de la red.',
  },
  '26': {
    name: 'liberación de usuario no seleccionado',
    means: 'La llamada se ofreció a este dispositivo, pero la recibió otro.',
  },
  '27': {
    name: 'destino fuera de servicio',
    means: 'La línea o el equipo del llamado no funciona.',
  },
  '28': {
    name: 'formato de número no válido (dirección incompleta)',
    means: 'El número marcado está incompleto o en una forma que la red no conoce.',
  },
  '29': {
    name: 'facilidad rechazada',
    means: 'La red no ofrece la función que se pidió.',
  },
  '30': {
    name: 'respuesta a STATUS ENQUIRY',
    means: 'Una respuesta a una consulta de estado entre centrales, no un fallo.',
    note: 'No termina una llamada.',
  },
  '31': {
    name: 'normal, sin especificar',
    means: 'La llamada terminó de forma ordinaria, sin que nadie lo describiera más.',
  },
  '34': {
    name: 'ningún circuito o canal disponible',
    means: 'Todos los canales hacia el destino están en uso.',
  },
  '38': {
    name: 'red fuera de servicio',
    means: 'Una red del camino no funciona, y puede durar.',
  },
  '39': {
    name: 'conexión permanente en modo trama fuera de servicio',
    means: 'Una conexión de datos permanente no funciona.',
  },
  '40': {
    name: 'conexión permanente en modo trama operativa',
    means: 'Una conexión de datos permanente funciona; no es un fallo.',
    note: 'No termina una llamada.',
  },
  '41': {
    name: 'fallo temporal',
    means: 'En la red falló algo que debería pasar pronto.',
  },
  '42': {
    name: 'congestión del equipo de conmutación',
    means: 'Una central del camino está sobrecargada.',
  },
  '43': {
    name: 'información de acceso descartada',
    means: 'La red no pudo transmitir toda la información de la llamada.',
  },
  '44': {
    name: 'circuito o canal solicitado no disponible',
    means: 'El canal que se pidió está ocupado; la pasarela debe elegir otro.',
    note: 'La pasarela toma otro canal, y no sigue ningún código de estado.',
  },
  '46': {
    name: 'llamada con precedencia bloqueada',
    means: 'No se pudo liberar ningún canal para una llamada con prioridad.',
  },
  '47': {
    name: 'recurso no disponible, sin especificar',
    means: 'Algo que la llamada necesita no está disponible.',
  },
  '49': {
    name: 'calidad de servicio no disponible',
    means: 'No se puede ofrecer la calidad solicitada.',
  },
  '50': {
    name: 'facilidad solicitada no contratada',
    means: 'La línea no tiene contratada la función que se pidió.',
  },
  '53': {
    name: 'llamadas salientes prohibidas dentro del CUG',
    means: 'Los miembros de este grupo cerrado de usuarios no pueden hacer esas llamadas.',
  },
  '55': {
    name: 'llamadas entrantes prohibidas dentro del CUG',
    means: 'Los miembros de este grupo cerrado de usuarios no pueden recibir esas llamadas.',
  },
  '57': {
    name: 'capacidad portadora no autorizada',
    means: 'La línea no puede usar este tipo de conexión, como datos o vídeo.',
  },
  '58': {
    name: 'capacidad portadora no disponible en este momento',
    means: 'Este tipo de conexión no está disponible ahora.',
  },
  '62': {
    name: 'incoherencia entre la información de acceso saliente y la clase de abonado',
    means: 'La llamada pide un acceso que no concuerda con el tipo de línea.',
  },
  '63': {
    name: 'servicio u opción no disponible, sin especificar',
    means: 'El servicio que se pidió no está disponible.',
  },
  '65': {
    name: 'capacidad portadora no implementada',
    means: 'El otro lado no admite este tipo de conexión, como el códec o una llamada de datos.',
  },
  '66': {
    name: 'tipo de canal no implementado',
    means: 'El otro lado no admite este tipo de canal.',
  },
  '69': {
    name: 'facilidad solicitada no implementada',
    means: 'El otro lado no admite la función.',
  },
  '70': {
    name: 'solo está disponible la capacidad portadora digital restringida',
    means: 'Solo está disponible una conexión digital restringida.',
  },
  '79': {
    name: 'servicio u opción no implementado, sin especificar',
    means: 'El otro lado no admite el servicio que se pidió.',
  },
  '81': {
    name: 'valor de referencia de llamada no válido',
    means: 'Un mensaje pertenece a una llamada que no se conoce en esta línea.',
  },
  '82': {
    name: 'el canal identificado no existe',
    means: 'El canal que se indicó no existe.',
  },
  '83': {
    name: 'existe una llamada suspendida, pero no con esta identidad de llamada',
    means: 'Ninguna llamada aparcada tiene el nombre que se dio.',
  },
  '84': {
    name: 'identidad de llamada en uso',
    means: 'El nombre para aparcar la llamada ya está tomado.',
  },
  '85': {
    name: 'ninguna llamada suspendida',
    means: 'No hay ninguna llamada aparcada que recuperar.',
  },
  '86': {
    name: 'la llamada con la identidad solicitada se ha liberado',
    means: 'La llamada aparcada ya terminó.',
  },
  '87': {
    name: 'usuario no miembro del CUG',
    means: 'El llamado no está en el grupo cerrado de usuarios del llamante.',
  },
  '88': {
    name: 'destino incompatible',
    means: 'El equipo del llamado no puede aceptar este tipo de llamada, como un fax o una llamada de datos.',
  },
  '90': {
    name: 'CUG inexistente',
    means: 'El grupo cerrado de usuarios no existe.',
  },
  '91': {
    name: 'selección de red de tránsito no válida',
    means: 'El operador elegido no se puede usar.',
  },
  '95': {
    name: 'mensaje no válido, sin especificar',
    means: 'Un mensaje de la red telefónica no era válido.',
  },
  '96': {
    name: 'falta un elemento de información obligatorio',
    means: 'A un mensaje de la red telefónica le falta algo obligatorio.',
  },
  '97': {
    name: 'tipo de mensaje inexistente o no implementado',
    means: 'Un mensaje de la red telefónica es de un tipo desconocido.',
  },
  '98': {
    name: 'mensaje incompatible con el estado de la llamada, o tipo de mensaje inexistente o no implementado',
    means: 'Un mensaje de la red telefónica llegó en mal momento o es de un tipo desconocido.',
  },
  '99': {
    name: 'elemento de información inexistente o no implementado',
    means: 'Un mensaje de la red telefónica contiene algo desconocido.',
  },
  '100': {
    name: 'contenido de elemento de información no válido',
    means: 'Un mensaje de la red telefónica contiene un valor no válido, a menudo un número mal formado.',
  },
  '101': {
    name: 'mensaje incompatible con el estado de la llamada',
    means: 'Un mensaje de la red telefónica llegó en mal momento.',
  },
  '102': {
    name: 'recuperación por vencimiento de temporizador',
    means: 'La red telefónica esperó demasiado una respuesta y desistió.',
  },
  '103': {
    name: 'parámetro inexistente o no implementado, transmitido',
    means: 'Un mensaje contiene un parámetro desconocido, que se transmitió.',
  },
  '110': {
    name: 'mensaje con parámetro no reconocido, descartado',
    means: 'Se descartó un mensaje con un parámetro desconocido.',
  },
  '111': {
    name: 'error de protocolo, sin especificar',
    means: 'Dos centrales o pasarelas no se entendieron.',
  },
  '127': {
    name: 'interfuncionamiento, sin especificar',
    means: 'Más allá de un cambio de red algo terminó la llamada, y no se conoce la causa.',
  },
};
