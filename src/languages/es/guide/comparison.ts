// Spanish of comparisons that are put together.
import type { Guide } from '../../guide.ts';

/** The sentences of a comparison. */
export const comparison: Guide['comparison'] = {
  classes: {
    '1-1': 'Ambos son pasos intermedios: el llamante sigue esperando, y decide la respuesta final.',
    '1-2':
      '{lower} es un paso intermedio, tras el cual el llamante sigue esperando; {higher} termina la transacción con éxito.',
    '1-3':
      'Tras {lower} el llamante sigue esperando; {higher} termina la transacción, y la petición tiene que enviarse a otra dirección.',
    '1-4':
      '{lower} es un paso intermedio, tras el cual todo es aún posible; {higher} termina la transacción con un rechazo de este servidor.',
    '1-5':
      '{lower} es un paso intermedio, tras el cual todo es aún posible; {higher} termina la transacción porque el servidor no pudo llevar a cabo la petición.',
    '1-6':
      '{lower} es un paso intermedio, tras el cual todo es aún posible; {higher} termina el intento, y no se prueba ningún otro dispositivo.',
    '2-2': 'Ambos terminan la transacción con éxito.',
    '2-3': 'Tras {lower} la petición está hecha; tras {higher} tiene que enviarse de nuevo, a otra dirección.',
    '2-4':
      '{lower} termina la transacción con éxito, {higher} con un rechazo: este servidor no lleva a cabo la petición tal como está.',
    '2-5': '{lower} termina la transacción con éxito; {higher} la termina con un fallo que se atribuye al servidor.',
    '2-6':
      '{lower} termina la transacción con éxito; {higher} la termina sin él, e impide que los proxies lo intenten en otra parte.',
    '3-3': 'Ambos terminan la transacción y remiten a otro lugar.',
    '3-4': '{lower} dice a qué otro lugar puede ir la petición; {higher} la rechaza en este servidor.',
    '3-5':
      '{lower} dice a qué otro lugar puede ir la petición; {higher} dice que este servidor no pudo llevarla a cabo.',
    '3-6': '{lower} dice a qué otro lugar puede ir la petición; {higher} dice que no tendría éxito en ninguna parte.',
    '4-4':
      'Por su clase, ambos son rechazos de un servidor: una petición modificada, o la misma en otro servidor, aún puede tener éxito.',
    '4-5': 'Por su clase, {lower} es el rechazo de una petición y {higher} el fallo de un servidor.',
    '4-6':
      '{lower} habla por un solo servidor o dispositivo, así que aún se pueden intentar otros; {higher} habla por todos ellos.',
    '5-5':
      'Por su clase, ambos hablan del servidor, así que es muy posible que otro servidor acepte la misma petición.',
    '5-6':
      '{lower} habla por un solo servidor, así que otro aún puede llevar a cabo la petición; {higher} habla por todos ellos.',
    '6-6': 'Ambos hablan por todos los dispositivos del llamado: un proxy deja de probar en otros lugares.',
  },
  blamesOne: {
    progress: '',
    success: '',
    redirect: 'Tras {code}, corresponde al llamante, o a un proxy del camino, enviar la petición a otra parte.',
    challenge: 'Con {code} aún no ha fallado nada: se pide al cliente que lo intente de nuevo con lo que falta.',
    choice: 'Con {code} lo decidió una persona o un servicio; la red hizo su trabajo.',
    'caller-fault': 'Con {code} es el lado que envió la petición quien tiene que cambiar algo.',
    'callee-fault': 'Con {code} el emisor tiene que prescindir de ello, salvo que se le pueda enseñar al servidor.',
    'server-fault': 'Con {code} hay que mirar el servidor que respondió, o alguno que esté detrás.',
    network: 'Con {code} hay que mirar el camino hasta el siguiente servidor o hasta el llamado.',
    state: 'Con {code} los dos lados ven un estado distinto, y a menudo no hay nada que reparar.',
    absent: 'Con {code} el llamado no está en ese momento: una llamada posterior puede tener éxito.',
    withdrawn: 'Con {code} el lado que envió la petición la ha retirado.',
    negotiation:
      'Con {code} los dos lados aún están acordando un valor, y normalmente el cliente lo resuelve por sí mismo.',
    unknown: 'Qué hay que cambiar tras {code}, solo puede decirlo el fabricante del servidor.',
  },
  blamesBoth: {
    progress: '',
    success: '',
    redirect: 'En ambos casos corresponde hacerlo al llamante, o a un proxy del camino.',
    challenge: 'En ambos casos aún no ha fallado nada: se pide al cliente que lo intente de nuevo con lo que falta.',
    choice: 'En ambos casos lo decidió una persona o un servicio; la red hizo su trabajo.',
    'caller-fault': 'En ambos casos es el lado que envió la petición quien tiene que cambiar algo.',
    'callee-fault': 'En ambos casos el emisor tiene que prescindir de ello, salvo que se le pueda enseñar al servidor.',
    'server-fault': 'En ambos casos hay que mirar el servidor que respondió, o alguno que esté detrás.',
    network: 'En ambos casos hay que mirar el camino hasta el siguiente servidor o hasta el llamado.',
    state: 'En ambos casos los dos lados ven un estado distinto, y a menudo no hay nada que reparar.',
    absent: 'En ambos casos el llamado no está en ese momento: una llamada posterior puede tener éxito.',
    withdrawn: 'En ambos casos el lado que envió la petición la ha retirado.',
    negotiation:
      'En ambos casos los dos lados aún están acordando un valor, y normalmente el cliente lo resuelve por sí mismo.',
    unknown: 'Qué hay que cambiar, en ambos casos solo puede decirlo el fabricante del servidor.',
  },
  rows: {
    class: {
      label: 'Clase',
      says: {
        '1': 'Provisional (1xx): un paso intermedio.',
        '2': 'Éxito (2xx): la petición hizo lo que pide.',
        '3': 'Redirección (3xx): la petición corresponde a otra dirección.',
        '4': 'Fallo de la petición (4xx): este servidor rechaza la petición tal como está.',
        '5': 'Fallo del servidor (5xx): el servidor no pudo llevar a cabo la petición.',
        '6': 'Fallo global (6xx): ningún otro servidor respondería de otra manera.',
      },
    },
    blame: {
      label: 'Quién debe actuar',
      says: {
        progress: 'Nadie: la petición está en curso.',
        success: 'Nadie: la petición tuvo éxito.',
        redirect: 'El llamante, o un proxy del camino: envía la petición a otra parte.',
        challenge: 'El cliente: lo intenta de nuevo con lo que falta. Aún no ha fallado nada.',
        choice: 'Por lo general nadie: lo decidió una persona o un servicio.',
        'caller-fault': 'El lado que envió la petición.',
        'callee-fault': 'El emisor, que tiene que prescindir de ello, salvo que se le pueda enseñar al servidor.',
        'server-fault': 'El servidor que respondió, o alguno que esté detrás.',
        network: 'Quien gestione el camino hasta el siguiente servidor o hasta el llamado.',
        state: 'A menudo nadie: los dos lados simplemente ven un estado distinto.',
        absent: 'Nadie, o el lado llamado, si el teléfono debería haber estado registrado.',
        withdrawn: 'Nadie: el lado que envió la petición la ha retirado.',
        negotiation: 'El cliente, que normalmente lo resuelve por sí mismo.',
        unknown: 'Solo puede decirlo el fabricante del servidor.',
      },
    },
    sender: {
      label: 'Lo envía',
      says: {
        'next-hop': 'El siguiente salto, solo por sí mismo.',
        called: 'El dispositivo llamado, o una pasarela o centralita que lo representa.',
        anyone: 'Cualquier servidor del camino, una pasarela o el dispositivo llamado.',
        final: 'El servidor o dispositivo que finalmente atiende la petición, nunca un proxy del camino.',
        proxy: 'Un proxy del camino, o una centralita o pasarela que funciona como tal.',
        redirector: 'Un servidor de redirección, o un dispositivo cuyo usuario desvía sus llamadas.',
        registrar: 'El servidor de registro, o un servidor que guarda suscripciones o estado publicado.',
        notifier: 'El servidor que guarda la suscripción o el estado publicado.',
        peer: 'El otro lado de la llamada o de la suscripción.',
        verifier: 'El servidor que comprueba la firma del número llamante.',
        analytics: 'Un servicio de análisis de llamadas de la red.',
        authority: 'Un servidor que conoce todos los dispositivos del llamado.',
      },
    },
    end: {
      label: 'Transacción',
      says: {
        open: 'No termina: el cliente espera la respuesta final.',
        success:
          'Termina con éxito. Un 2xx a INVITE se repite hasta que llega el ACK, y ese ACK es una transacción propia, de extremo a extremo.',
        failure:
          'Termina sin éxito. Un INVITE se confirma salto a salto: cada servidor envía él mismo el ACK, dentro de la misma transacción.',
      },
    },
    dialog: {
      label: 'Diálogo',
      says: {
        none: 'No crea ningún diálogo.',
        early: 'Crea un diálogo temprano, si su cabecera To lleva un tag.',
        'ends-early': 'Termina el diálogo temprano que identifica el tag de su To; los demás siguen.',
        confirms: 'A INVITE, SUBSCRIBE y REFER crea el diálogo o confirma el temprano.',
        transaction: 'Dentro de un diálogo solo falla esta petición; la llamada o la suscripción continúa.',
        usage:
          'Dentro de un diálogo termina la llamada o la suscripción a que pertenece la petición; las demás que comparten el diálogo siguen.',
        'if-essential':
          'Dentro de un diálogo termina la llamada o la suscripción solo si esta no puede prescindir del método rechazado.',
        dialog: 'Dentro de un diálogo termina el diálogo y todo lo que lo comparte.',
      },
    },
    headers: {
      label: 'Cabeceras',
      says: {
        must: 'Debe llevar {headers}.',
        case: 'Según el caso debe llevar {headers}.',
        both: 'Debe llevar {headers}, y según el caso {others}.',
        none: 'No se exige ninguna cabecera aparte de las de cualquier respuesta.',
      },
    },
    again: {
      label: 'Otro intento',
      says: {
        'not-needed': 'No hay que repetir nada.',
      },
    },
    forking: {
      label: 'Proxy que bifurca',
      says: {
        hop: 'No lo pasa nunca: el código habla de un solo salto.',
        progress: 'Lo pasa de inmediato y sigue esperando.',
        success: 'Lo pasa de inmediato y cancela las demás ramas.',
        redirect: 'Puede probar él mismo la nueva dirección; si no, espera a las demás ramas antes de pasarlo.',
        challenge:
          'Espera a las demás ramas, lo prefiere a otros rechazos, y reúne todos los desafíos en una sola respuesta.',
        refusal: 'Espera a las demás ramas y pasa la mejor de sus respuestas.',
        overload: 'Prueba el siguiente servidor; si no llega nada mejor, responde 500 en su lugar.',
        global: 'Cancela las demás ramas y lo pasa.',
      },
    },
    hearing: {
      label: 'El llamante oye',
      says: {
        'nothing-yet': 'Aún nada.',
        ringing: 'Un tono de llamada, generado normalmente por el equipo del llamante.',
        waiting: 'Un tono de llamada, música o una locución.',
        'early-media': 'Lo que envíe el lado llamado, como un tono o una locución; sin SDP, nada nuevo.',
        unchanged: 'Nada nuevo: los demás dispositivos siguen sonando.',
        answered: 'Al llamado: a un INVITE significa que la llamada está establecida.',
        redirected: 'Nada, si el dispositivo sigue la redirección; si no, un tono de error.',
        retried: 'Nada, si el dispositivo lo intenta de nuevo como se le pide; si no, un tono de error.',
        busy: 'Un tono de ocupado.',
        refused: 'Un tono de ocupado, o una locución que dice que la llamada fue rechazada.',
        unreachable: 'Un tono de error, o una locución que dice que no se puede localizar al llamado.',
        'no-such-number': 'Un tono de error, o una locución que dice que el número no está en servicio.',
        incomplete: 'Nada, mientras aún se marcan dígitos; después, un tono de error.',
        error: 'Un tono de error, o un mensaje en la pantalla.',
        'hung-up': 'Ya nada: el intento terminó.',
        'call-goes-on': 'Ningún cambio: la llamada continúa.',
        'no-call': 'Nada: normalmente no responde a ninguna llamada.',
      },
    },
  },
};
