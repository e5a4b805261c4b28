// Spanish of what each status code says in one sentence, and when to send it.
import type { Guide } from '../../guide.ts';

/** Code → its words. */
export const contrasts: Guide['contrasts'] = {
  '100': {
    says: '100 dice que el siguiente salto tiene el INVITE y trabaja en él, y nada sobre el llamado.',
    send: 'Envíe 100 a todo INVITE que no pueda contestar en 200 ms, para que el emisor deje de repetirlo.',
  },
  '180': {
    says: '180 dice que el teléfono del llamado está sonando.',
    send: 'Envíe 180 cuando se esté avisando al llamado, y deje el tono de llamada al equipo del llamante.',
  },
  '181': {
    says: '181 dice que la llamada se está enviando a alguien distinto de quien se marcó.',
    send: 'Envíe 181 cuando sea usted quien reenvía la llamada y el llamante deba saberlo.',
  },
  '182': {
    says: '182 dice que la llamada espera en una cola hasta que alguien quede libre.',
    send: 'Envíe 182 cuando la llamada esté en una cola, y repítalo al menos cada minuto mientras espere.',
  },
  '183': {
    says: '183 dice que la llamada avanza y que, con SDP, puede llegar sonido antes de la contestación.',
    send: 'Envíe 183 con SDP cuando reproduzca un tono o una locución antes de que se conteste la llamada.',
  },
  '199': {
    says: '199 dice que uno de los dispositivos que se intentaron queda descartado, mientras se siguen intentando los demás.',
    send: 'Envíe 199 cuando haya fallado una rama de una llamada bifurcada, y solo si el INVITE incluye 199 en Supported.',
  },
  '200': {
    says: '200 dice que la petición se ha llevado a cabo.',
    send: 'Envíe 200 cuando haya hecho lo que pide la petición, y no antes.',
  },
  '202': {
    says: '202 dice que la petición se ha aceptado, y que su resultado se dirá más tarde o nunca.',
    send: 'Envíe 202 solo a un MESSAGE que guarde para entregarlo más tarde; a SUBSCRIBE, NOTIFY y REFER envíe 200.',
  },
  '204': {
    says: '204 dice que la suscripción se ha renovado o terminado, y que no sigue ningún NOTIFY porque nada ha cambiado.',
    send: 'Envíe 204 solo a un SUBSCRIBE dentro de un diálogo cuyo Suppress-If-Match concuerde con el estado actual.',
  },
  '300': {
    says: '300 dice que al llamado se le puede localizar en varias direcciones, y deja la elección al llamante.',
    send: 'Envíe 300 cuando conozca varias direcciones y no quiera intentarlas usted; enumérelas en Contact con valores q.',
  },
  '301': {
    says: '301 dice que el llamado se ha mudado definitivamente, de modo que el llamante debería guardar la nueva dirección.',
    send: 'Envíe 301 solo cuando la dirección antigua no vaya a funcionar más, y ponga la nueva en Contact.',
  },
  '302': {
    says: '302 dice que esta llamada concreta debe ir a otra dirección, y que la antigua sigue siendo válida.',
    send: 'Envíe 302 para desvíos y encaminamientos que pueden cambiar con la próxima llamada; ponga la dirección en Contact.',
  },
  '305': {
    says: '305 dice que la petición tiene que llegar a través del proxy que indica Contact.',
    send: 'Envíe 305 solo como el servidor que finalmente atiende la petición, nunca como proxy.',
  },
  '380': {
    says: '380 dice que la llamada falló, y que el cuerpo de la respuesta describe otro servicio que puede ayudar.',
    send: 'Envíe 380 solo donde ambos lados sepan leer el cuerpo, como en las llamadas de emergencia de las redes móviles.',
  },
  '400': {
    says: '400 dice que la propia petición está mal formada o infringe una regla del protocolo.',
    send: 'Envíe 400 cuando los bytes de la petición estén mal, y nombre la parte errónea en la frase de motivo.',
  },
  '401': {
    says: '401 dice que el servidor necesita saber quién pregunta antes de continuar.',
    send: 'Envíe 401 con WWW-Authenticate cuando sea un servidor de registro, una centralita o el dispositivo llamado y quiera credenciales.',
  },
  '402': {
    says: '402 está reservado; los operadores lo usan para decir que la cuenta no puede pagar la llamada.',
    send: 'Envíe 402 solo si sus clientes saben qué significa; 403 con una frase de motivo clara se entiende en todas partes.',
  },
  '403': {
    says: '403 dice que el servidor entendió la petición y no la llevará a cabo para este llamante.',
    send: 'Envíe 403 cuando la petición esté bien formada y sepa quién pregunta, pero falte el permiso.',
  },
  '404': {
    says: '404 dice que en el dominio de este servidor no existe tal usuario o número.',
    send: 'Envíe 404 cuando sea responsable del dominio y el usuario no exista en él.',
  },
  '405': {
    says: '405 dice que el servidor conoce el método, pero no lo permite en esta dirección.',
    send: 'Envíe 405 cuando conozca el método y lo rechace aquí, y enumere en Allow los métodos que sí permite.',
  },
  '406': {
    says: '406 dice que el servidor no puede responder en ninguno de los formatos que admite la cabecera Accept de la petición.',
    send: 'Envíe 406 cuando no pueda generar ningún cuerpo que Accept admita; no trata de ofertas de medios.',
  },
  '407': {
    says: '407 dice que un proxy del camino necesita saber quién pregunta antes de pasar la petición.',
    send: 'Envíe 407 con Proxy-Authenticate cuando sea un proxy y quiera credenciales antes de pasar la petición.',
  },
  '408': {
    says: '408 dice que el servidor reenvió el INVITE y no obtuvo resultado a tiempo.',
    send: 'Envíe 408 a un INVITE cuando nadie detrás de usted haya contestado a tiempo; a otras peticiones no envíe nada.',
  },
  '409': {
    says: '409 dice que la petición entra en conflicto con lo que está guardado; viene del SIP de 1999 y no está registrado.',
    send: 'No envíe 409: responda 403 o 500 y nombre el conflicto en la frase de motivo.',
  },
  '410': {
    says: '410 dice que el usuario estuvo aquí, se fue definitivamente y no dejó nueva dirección.',
    send: 'Envíe 410 cuando sepa que la dirección se abandonó definitivamente y no se conoce otra nueva.',
  },
  '411': {
    says: '411 dice que falta Content-Length; viene del SIP de 1999 y no está registrado.',
    send: 'No envíe 411: responda 400 y diga en la frase de motivo que falta Content-Length.',
  },
  '412': {
    says: '412 dice que el estado publicado que la petición quiere renovar ya no está guardado aquí.',
    send: 'Envíe 412 a un PUBLISH cuyo SIP-If-Match no nombre ningún estado que usted tenga.',
  },
  '413': {
    says: '413 dice que el cuerpo de la petición es demasiado grande.',
    send: 'Envíe 413 cuando el cuerpo sea más grande de lo que acepta; añada Retry-After si el límite es pasajero.',
  },
  '414': {
    says: '414 dice que la Request-URI es demasiado larga.',
    send: 'Envíe 414 cuando la Request-URI por sí sola sea más larga de lo que puede tratar.',
  },
  '415': {
    says: '415 dice que el cuerpo de la petición tiene un tipo, una codificación o un idioma que el servidor no puede leer.',
    send: 'Envíe 415 cuando no pueda leer el cuerpo en absoluto, y enumere lo que sí puede leer en Accept, Accept-Encoding o Accept-Language.',
  },
  '416': {
    says: '416 dice que el servidor no conoce este tipo de dirección, como tel: o urn:.',
    send: 'Envíe 416 cuando no conozca el esquema de la Request-URI.',
  },
  '417': {
    says: '417 dice que la petición insiste en una prioridad de llamada que el servidor no conoce.',
    send: 'Envíe 417 cuando la petición lleve Require: resource-priority y no conozca ninguna de sus prioridades; enumere las que sí conoce.',
  },
  '420': {
    says: '420 dice que la petición insiste en una extensión que el servidor no admite.',
    send: 'Envíe 420 cuando Require o Proxy-Require nombre una extensión que le falta, y nómbrela en Unsupported.',
  },
  '421': {
    says: '421 dice que el servidor insiste en una extensión que la petición no ofrece.',
    send: 'Envíe 421 solo cuando de verdad no pueda servir al cliente sin la extensión, y nómbrela en Require.',
  },
  '422': {
    says: '422 dice que el temporizador de sesión de la llamada es más corto de lo que permite el servidor.',
    send: 'Envíe 422 con Min-SE cuando Session-Expires esté por debajo de su mínimo y el llamante admita temporizadores de sesión.',
  },
  '423': {
    says: '423 dice que la vigencia pedida es más corta de lo que permite el servidor.',
    send: 'Envíe 423 con Min-Expires cuando la caducidad pedida esté por debajo de su mínimo; no se puede rechazar así un REGISTER o SUBSCRIBE que pida una hora o más.',
  },
  '424': {
    says: '424 dice que la ubicación de la petición no se puede usar.',
    send: 'Envíe 424 con Geolocation-Error cuando la petición lleve una ubicación que no pueda usar; nunca cuando no lleve ninguna.',
  },
  '425': {
    says: '425 dice que la alerta de emergencia de la petición no se puede usar.',
    send: 'Envíe 425 con AlertMsg-Error cuando la petición lleve una alerta que no pueda usar; nunca cuando no lleve ninguna.',
  },
  '428': {
    says: '428 dice que el número llamante no está firmado.',
    send: 'Envíe 428 cuando su política solo admita llamadas firmadas y no haya una cabecera Identity utilizable.',
  },
  '429': {
    says: '429 dice que el destino de una transferencia quiere una prueba de quién la pidió.',
    send: 'Envíe 429 cuando exija un Referred-By firmado; no significa «demasiadas peticiones», como en HTTP.',
  },
  '430': {
    says: '430 dice que la conexión por la que se había registrado el teléfono ya no existe.',
    send: 'Envíe 430 solo como proxy de borde hacia el proxy que tiene detrás, para que pruebe otra conexión del mismo dispositivo.',
  },
  '433': {
    says: '433 dice que el llamado no acepta llamadas de quien oculta su número.',
    send: 'Envíe 433 cuando el llamado rechace las llamadas anónimas y el llamante haya ocultado el número a propósito.',
  },
  '436': {
    says: '436 dice que el certificado de la firma del número llamante no se puede descargar.',
    send: 'Envíe 436 cuando el parámetro info de Identity no lleve a ningún certificado.',
  },
  '437': {
    says: '437 dice que el certificado de la firma del número llamante se descargó, pero no es de confianza o no se admite.',
    send: 'Envíe 437 cuando tenga el certificado y no lo acepte.',
  },
  '438': {
    says: '438 dice que la firma del número llamante no concuerda con la petición.',
    send: 'Envíe 438 cuando el certificado sea válido, pero ninguna cabecera Identity demuestre lo que la petición afirma.',
  },
  '439': {
    says: '439 dice que el primer proxy delante del teléfono no puede mantenerle abiertas las conexiones (outbound).',
    send: 'Envíe 439 como servidor de registro cuando el teléfono pida outbound y el primer salto no haya añadido un Path con ob.',
  },
  '440': {
    says: '440 dice que la llamada iba a sonar en más lugares a la vez de los que permite la petición.',
    send: 'Envíe 440 cuando el Max-Breadth de la petición no alcance para las ramas que tendría que abrir.',
  },
  '469': {
    says: '469 dice que un INFO llevaba un tipo de datos que el otro lado no pidió.',
    send: 'Envíe 469 con Recv-Info a un INFO cuyo Info-Package no anunció.',
  },
  '470': {
    says: '470 dice que algunos destinatarios de una petición a una lista no han dado su consentimiento para recibirla.',
    send: 'Envíe 470 cuando reenvíe a una lista y le falte el permiso de alguien de ella; nómbrelo en Permission-Missing.',
  },
  '477': {
    says: '477 dice que un proxy Kamailio u OpenSIPS no pudo enviar la petición al siguiente salto; no está registrado.',
    send: 'No deje que 477 salga de la red: haga que la failure route pruebe otro salto, o responda 503 o 480.',
  },
  '478': {
    says: '478 dice que un proxy Kamailio u OpenSIPS no pudo resolver en DNS el siguiente salto; no está registrado.',
    send: 'No deje que 478 salga de la red: responda 404 si el dominio no existe, y 503 si el problema es el DNS.',
  },
  '479': {
    says: '479 dice que un proxy Kamailio u OpenSIPS no pudo leer la dirección de la petición; no está registrado.',
    send: 'No deje que 479 salga de la red: responda 400 y nombre la dirección mal formada en la frase de motivo.',
  },
  '480': {
    says: '480 dice que el llamado es conocido, pero ahora no es alcanzable o no contesta.',
    send: 'Envíe 480 cuando el usuario exista pero no esté registrado, no conteste o no quiera que le molesten.',
  },
  '481': {
    says: '481 dice que la petición pertenece a una llamada, una suscripción o una transacción que el receptor no conoce.',
    send: 'Envíe 481 a una petición con un tag en To que no concuerde con ningún diálogo suyo, y a un CANCEL o PRACK que no concuerde con nada.',
  },
  '482': {
    says: '482 dice que esta misma petición ha llegado dos veces al mismo lugar.',
    send: 'Envíe 482 cuando encuentre su propio branch en Via para la misma petición, o la reciba por segunda vez por otro camino.',
  },
  '483': {
    says: '483 dice que la petición ha pasado por más servidores de los permitidos.',
    send: 'Envíe 483 cuando Max-Forwards sea 0 y la petición tuviera que seguir.',
  },
  '484': {
    says: '484 dice que faltan dígitos al final del número.',
    send: 'Envíe 484 cuando el número pudiera ser válido con más dígitos.',
  },
  '485': {
    says: '485 dice que la dirección corresponde a más de un usuario.',
    send: 'Envíe 485 cuando un nombre corresponda a varios usuarios; enumérelos en Contact solo si todo el mundo puede verlos.',
  },
  '486': {
    says: '486 dice que este dispositivo está ocupado, mientras que otro aún puede contestar.',
    send: 'Envíe 486 cuando este dispositivo no pueda atender la llamada; aún pueden recibirla el desvío, el buzón de voz y otros dispositivos.',
  },
  '487': {
    says: '487 dice que el INVITE se retiró antes de que nadie contestara.',
    send: 'Envíe 487 al INVITE cuando lo termine un CANCEL o un BYE, o venza su Expires; nunca al propio CANCEL.',
  },
  '488': {
    says: '488 dice que este dispositivo no puede usar los medios ofrecidos, mientras que otro quizá sí.',
    send: 'Envíe 488 con un Warning cuando entienda la oferta y no pueda aceptarla.',
  },
  '489': {
    says: '489 dice que el servidor no ofrece el evento del que trata la petición.',
    send: 'Envíe 489 cuando no conozca el paquete de eventos de Event, y enumere en Allow-Events los que sí conoce.',
  },
  '490': {
    says: '490 dice que una versión posterior de la petición ha ocupado su lugar; viene de un borrador antiguo y no está registrado.',
    send: 'No envíe 490: responda 491 a dos cambios que se cruzan, y 500 con Retry-After a uno que adelanta a otro.',
  },
  '491': {
    says: '491 dice que ambos lados intentaron cambiar la llamada en el mismo momento.',
    send: 'Envíe 491 cuando llegue un INVITE, o una oferta en un UPDATE, mientras el suyo aún no está contestado.',
  },
  '492': {
    says: '492 es un número de un único fabricante; no está registrado, así que un cliente lo trata como 400 Bad Request.',
    send: 'No envíe 492: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '493': {
    says: '493 dice que el cuerpo está cifrado y el receptor no tiene la clave.',
    send: 'Envíe 493 cuando no pueda descifrar un cuerpo S/MIME; añada su certificado como cuerpo de la respuesta.',
  },
  '494': {
    says: '494 dice que el cliente y el servidor tienen que acordar antes cómo proteger su conexión.',
    send: 'Envíe 494 con Security-Server cuando el cliente tenga que elegir un mecanismo de seguridad antes de que usted continúe.',
  },
  '498': {
    says: '498 es un número de un único fabricante; no está registrado, así que un cliente lo trata como 400 Bad Request.',
    send: 'No envíe 498: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '499': {
    says: '499 es un número de un único fabricante; no está registrado, así que un cliente lo trata como 400 Bad Request.',
    send: 'No envíe 499: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '500': {
    says: '500 dice que algo falló dentro del servidor, y nada sobre la petición.',
    send: 'Envíe 500 cuando el fallo sea suyo, y con Retry-After cuando una petición adelante a otra que aún no ha contestado.',
  },
  '501': {
    says: '501 dice que el servidor no puede hacer esto para nadie, normalmente porque no conoce el método.',
    send: 'Envíe 501 cuando no conozca el método en absoluto; un proxy, en cambio, deja pasar los métodos desconocidos.',
  },
  '502': {
    says: '502 dice que el siguiente servidor respondió con algo que no se pudo usar.',
    send: 'Envíe 502 como pasarela o proxy cuando la respuesta que recibió de detrás esté rota o no tenga sentido.',
  },
  '503': {
    says: '503 dice que de momento el servidor no acepta ninguna petición, venga de quien venga.',
    send: 'Envíe 503 solo cuando esté sobrecargado o fuera de servicio en su conjunto: los clientes llevan entonces todo su tráfico a otra parte.',
  },
  '504': {
    says: '504 dice que el servidor esperó en vano a otro servidor que necesita.',
    send: 'Envíe 504 cuando no responda a tiempo una base de datos, una consulta de numeración u otro servidor al que usted pregunta.',
  },
  '505': {
    says: '505 dice que el servidor no conoce la versión de SIP de la petición.',
    send: 'Envíe 505 cuando la primera línea pida una versión distinta de SIP/2.0.',
  },
  '513': {
    says: '513 dice que el mensaje completo es demasiado grande.',
    send: 'Envíe 513 cuando el mensaje en su conjunto sea más grande de lo que puede tratar.',
  },
  '555': {
    says: '555 dice que la red no puede despertar la aplicación por el servicio push que esta indicó.',
    send: 'Envíe 555 a un REGISTER cuyo pn-provider no admitan ni usted ni un proxy detrás de usted.',
  },
  '580': {
    says: '580 dice que los recursos de red en los que insiste la llamada no están disponibles.',
    send: 'Envíe 580 cuando no se pueda cumplir una precondición obligatoria de la oferta, y marque en el SDP la que falló.',
  },
  '600': {
    says: '600 dice que el llamado está ocupado en todas partes, de modo que no hay que intentar nada más.',
    send: 'Envíe 600 solo cuando conozca todos los dispositivos del llamado y no deba contestar ningún buzón de voz; si no, envíe 486.',
  },
  '603': {
    says: '603 dice que el llamado no quiere esta llamada en ningún dispositivo.',
    send: 'Envíe 603 cuando una persona o una regla del llamado rechace la llamada y no deba sonar ningún otro dispositivo.',
  },
  '604': {
    says: '604 dice que el número no existe en ninguna parte.',
    send: 'Envíe 604 solo cuando sea la autoridad sobre todo el rango de numeración; si no, envíe 404.',
  },
  '606': {
    says: '606 dice que ningún dispositivo del llamado puede usar los medios ofrecidos.',
    send: 'Envíe 606 solo cuando sepa que ningún dispositivo del llamado podría aceptar la oferta; si no, envíe 488.',
  },
  '607': {
    says: '607 dice que el llamado marcó la llamada como no deseada.',
    send: 'Envíe 607 cuando la persona llamada diga que no desea llamadas así, como con un botón de spam.',
  },
  '608': {
    says: '608 dice que un servicio de la red bloqueó la llamada, sin preguntar al llamado.',
    send: 'Envíe 608 cuando su análisis bloquee una llamada, e indique en Call-Info dónde puede reclamar el llamante.',
  },
  '687': {
    says: '687 dice que el diálogo ha terminado; viene de un borrador antiguo y no está registrado.',
    send: 'No envíe 687: informe del final de un diálogo temprano con 199, y del final del intento con un código registrado.',
  },
  '697': {
    says: '697 es un número de un único fabricante; no está registrado, así que un cliente lo trata como 600 Busy Everywhere.',
    send: 'No envíe 697: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '1xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 183 Session Progress.',
    send: 'No envíe {code}: 183 con una frase de motivo propia dice lo mismo a todos los clientes.',
  },
  '2xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 200 OK.',
    send: 'No envíe {code}: los clientes no pueden saber qué añade a 200.',
  },
  '3xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 300 Multiple Choices.',
    send: 'No envíe {code}: 300, 301 y 302 dicen todo lo que una redirección puede decir.',
  },
  '4xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 400 Bad Request.',
    send: 'No envíe {code}: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '5xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 500 Server Internal Error.',
    send: 'No envíe {code}: responda con un código registrado y diga la causa en la frase de motivo.',
  },
  '6xx': {
    says: '{code} no está registrado, así que un cliente lo trata como 600 Busy Everywhere.',
    send: 'No envíe {code}: responda con un código registrado, y con 4xx cuando otro dispositivo aún pueda contestar.',
  },
  outside: {
    says: '{code} no es un código de estado de SIP, así que un cliente descarta la respuesta.',
    send: 'No envíe {code}: los códigos de estado van de 100 a 699.',
  },
};
