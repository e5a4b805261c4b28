// Spanish of pairs of status codes that are set against each other by hand.
import type { Guide } from '../../guide.ts';

/** `lower/higher` → the words of the pair. */
export const pairs: Guide['pairs'] = {
  '100/180': {
    summary:
      '100 y 180 mantienen al llamante a la espera, pero vienen de lugares distintos. 100 lo envía únicamente el siguiente salto, en 200 ms, y solo dice que no hace falta repetir el INVITE. 180 viene del llamado y vuelve a través de todos los proxies: en alguna parte suena de verdad un teléfono. Una llamada que muestra 100 y nunca 180 se quedó atascada detrás del primer salto.',
    choose:
      'Envíe 100 de inmediato si no puede contestar en 200 ms, sea usted lo que sea. Envíe 180 solo cuando se esté avisando al usuario, con un tag en To y un Contact.',
  },
  '100/183': {
    summary:
      '100 y 183 son provisionales y dicen «espere», pero a lectores distintos. 100 va solo al vecino y hace que deje de repetir el INVITE; ningún proxy lo pasa. 183 llega hasta el llamante, crea un diálogo temprano y, con SDP, abre paso a tonos y locuciones antes de que se conteste la llamada.',
    choose:
      'Envíe 100 para calmar a quien envió el INVITE. Envíe 183 cuando el llamante deba oír o saber algo, y ponga en él SDP si hay sonido.',
  },
  '180/182': {
    summary:
      'Ambos informan de un avance, pero tras 180 se está llamando a una persona, mientras que tras 182 aún a nadie: la llamada espera en una cola hasta que haya un agente libre. El llamante oye el tono de llamada tras 180, y normalmente música o una locución tras 182. Una cola puede enviar 182 varias veces, con la posición en la cola en la frase de motivo, y 180 cuando por fin le toca a esta llamada.',
    choose:
      'Envíe 182 mientras la llamada esté en cola, al menos una vez por minuto para que los proxies no la abandonen a los tres. Envíe 180 cuando empiece a sonar un teléfono.',
  },
  '180/183': {
    summary:
      'Tras 180 suena el teléfono del llamado, y el tono de llamada lo genera el propio equipo del llamante. 183 dice menos del llamado, pero suele traer SDP, de modo que el otro lado puede enviar sonido: el tono de una red extranjera, una locución, música. Los problemas empiezan cuando llegan ambos: si a un 183 con SDP le sigue un 180, el dispositivo decide si reproduce el sonido que llega o un tono propio, y algunos llamantes no oyen nada.',
    choose:
      'Envíe 180 sin SDP si el llamante debe oír el tono de llamada habitual. Envíe 183 con SDP si reproduce usted el tono o la locución, y siga enviando sonido hasta la respuesta final.',
  },
  '180/200': {
    summary:
      '180 dice que el teléfono suena, 200 que alguien descolgó. Entre ambos está el tiempo de timbre; la tarificación y la llamada en sí empiezan con el 200. 180 no necesita confirmación, salvo que se envíe de forma fiable y pida un PRACK, mientras que el 200 a un INVITE debe confirmarse con un ACK: sin él, el llamado repite el 200 durante 32 s y después abandona la llamada.',
    choose:
      'Envíe 180 cuando empiece a avisar al usuario y 200 cuando el usuario conteste. Repita el 200 hasta que llegue su ACK, también por TCP.',
  },
  '181/302': {
    summary:
      'Ambos tratan de desvíos; la diferencia es quién hace la nueva llamada. Con 181 el propio servidor desvía la llamada y solo se lo dice al llamante, que sigue esperando en la misma transacción. Con 302 la transacción ha terminado, y el llamante tiene que enviar un nuevo INVITE a la dirección de Contact. Un llamante que no sigue redirecciones no llega a nadie tras un 302, pero sí tras un 181.',
    choose:
      'Envíe 181 si permanece en el camino y reenvía la llamada. Envíe 302 si debe hacerlo el llamante, o un proxy anterior a usted, y puede conocer la nueva dirección.',
  },
  '200/202': {
    summary:
      '200 dice que la petición está hecha, 202 que se ha aceptado. Esa diferencia importó en su día para SUBSCRIBE y REFER. El RFC 6665 acabó con ella: ahí los servidores envían 200, y los clientes tratan un 202 exactamente como un 200. En ambos casos un 2xx a REFER no significa que la transferencia funcionara; lo dicen los NOTIFY que siguen. Solo un MESSAGE que se guarda para entregarlo más tarde se sigue respondiendo con 202.',
    choose: 'Envíe 200, también a REFER y SUBSCRIBE. Reserve 202 para un MESSAGE que solo pudo guardar.',
  },
  '200/204': {
    summary:
      'Ambos renuevan o terminan una suscripción. Tras un 200 el suscriptor debe recibir un NOTIFY con el estado actual; 204 dice que ese NOTIFY se omite, porque el suscriptor nombró en Suppress-If-Match el estado que ya conoce y nada ha cambiado. Un suscriptor que recibe 204 sin haberlo pedido espera en vano su NOTIFY.',
    choose:
      'Envíe 204 solo dentro de una suscripción existente y solo si Suppress-If-Match concuerda; en todos los demás casos envíe 200 y un NOTIFY.',
  },
  '200/302': {
    summary:
      'Con 200 la petición ha llegado a su meta. Con 302 no, pero la respuesta nombra la dirección donde sí llegará: el cliente envía allí la petición de nuevo. Para una llamada esto significa que tras 200 hablan dos personas, mientras que tras 302 el mismo llamante marca otra vez, normalmente sin darse cuenta.',
    choose:
      'Envíe 200 si atiende usted la petición. Envíe 302 si debe hacerlo otro, con la dirección en Contact; un llamante que no sigue redirecciones queda entonces perdido.',
  },
  '200/400': {
    summary:
      'No pueden estar más lejos uno de otro: 200 dice que el servidor hizo lo que se le pidió, 400 que ni siquiera pudo entender la petición. Un 400 no dice nada del usuario ni del número; habla de bytes: una cabecera que falta, un Content-Length incorrecto, o un mensaje que un SIP ALG alteró por el camino. La misma petición recibirá 400 una y otra vez hasta que alguien la corrija, mientras que una petición que ayer recibía 200 y hoy 400 se alteró entretanto.',
    choose:
      'Envíe 200 solo cuando el trabajo esté hecho. Envíe 400 cuando no pueda leer la petición o esta infrinja una regla, y diga en la frase de motivo qué parte está mal; una petición bien formada que no le conviene merece un código más preciso.',
  },
  '200/401': {
    summary:
      'En un registro sano aparecen ambos, uno tras otro: el primer REGISTER se responde con 401, porque al cliente hay que pedirle las credenciales antes de que las envíe; el segundo las lleva y recibe 200. Así que un 401 antes de un 200 es la mitad de una conversación normal y no un fallo. Lo es cuando no sigue una segunda petición, o cuando la segunda recibe otra vez 401 sin stale=true: entonces el nombre de usuario, la contraseña o el realm es incorrecto.',
    choose:
      'Envíe 401 con WWW-Authenticate mientras no sepa quién pregunta, y 200 una vez que las credenciales sean correctas y el trabajo esté hecho. Ante credenciales que son incorrectas con seguridad, 403 detiene a los clientes que lo intentarían sin fin.',
  },
  '200/404': {
    summary:
      'Con 200 el servidor encontró al usuario e hizo lo que se le pidió; con 404 no encontró a nadie con ese nombre en su dominio. Antes de buscar una cuenta que falta, compare la Request-URI de la petición que falla con una que recibió 200: la diferencia habitual es otro formato de número, o una dirección IP en lugar del dominio. Para un sondeo OPTIONS los dos significan casi lo mismo: el otro extremo está activo.',
    choose:
      'Envíe 200 si ha encontrado al usuario y hecho el trabajo, y 404 solo para un dominio del que sea responsable. Si el usuario existe pero ahora no es alcanzable, lo cierto es 480.',
  },
  '200/486': {
    summary:
      'Ambos llegan al llamado. 200 inicia una conversación; 486 dice que este dispositivo está ocupado o que se le indicó rechazar. Un 486 no es un fallo de la red, y se confirma salto a salto, mientras que el 200 necesita un ACK de extremo a extremo. Si las llamadas alternan entre 200 y 486 sin que nadie esté hablando, es que una troncal o pasarela sin canales libres se declara ocupada.',
    choose:
      'Envíe 200 cuando el usuario conteste, y 486 si este dispositivo no puede atender la llamada, para que pueda hacerlo el buzón de voz u otro dispositivo. Para una troncal sin canales libres envíe 503.',
  },
  '200/487': {
    summary:
      'Ambos terminan un INVITE, y pueden competir: si el llamante cuelga mientras el llamado descuelga, el CANCEL y el 200 se cruzan. Si gana el CANCEL, el INVITE termina con 487 y nadie habló. Si gana el 200, la llamada está establecida, y el llamante tiene que terminarla con ACK y BYE. El propio CANCEL recibe en todo caso su 200, que no dice nada del INVITE.',
    choose: 'Responda al CANCEL con 200 y después al INVITE con 487, salvo que ya haya enviado su respuesta final.',
  },
  '200/500': {
    summary:
      '200 dice que la petición tuvo éxito, 500 que el servidor tropezó con ella: falló un script, no respondió una base de datos, una troncal dio error. La petición en sí puede haber sido perfecta, de modo que cambiarla rara vez ayuda; sí ayuda el log del servidor en ese segundo. Hay dos casos distintos: un 500 con Retry-After a un segundo INVITE o UPDATE solo pide esperar al primero, y un 500 puede ocultar un 503 de más adelante, que los proxies pasan como 500.',
    choose:
      'Envíe 500 cuando el fallo sea suyo, nunca por un defecto de la petición. No envíe 200 confiando en la suerte: un cliente al que se le dijo 200 no lo intenta de nuevo.',
  },
  '200/501': {
    summary:
      'Ambos son finales, pero significan lo contrario: 200 dice que el servidor hizo lo que se le pidió, 501 que no puede hacer algo así para nadie, porque no conoce el método. Un 501 no se cura esperando ni con otras credenciales; el emisor tiene que dejar de usar ese método con este extremo, o este tiene que aprenderlo. Para un sondeo OPTIONS la diferencia se reduce: ambos demuestran que hay alguien.',
    choose:
      'Envíe 200 cuando haya llevado a cabo la petición. Envíe 501 a un método que no conozca en absoluto, a ser posible con una cabecera Allow que enumere los que sí; a uno que conozca y rechace, envíe 405.',
  },
  '200/503': {
    summary:
      '200 es el éxito de una petición, 503 el fallo de todo un servidor: está sobrecargado, reiniciándose o ha perdido todo lo que tiene detrás. Un cliente que recibe 503 debería probar de inmediato el siguiente servidor y dejar este en paz hasta que pase Retry-After. Si un único destino falla con 503 mientras los demás reciben 200, es que una pasarela usa mal el código para una troncal llena o una ruta caída.',
    choose:
      'Envíe 200 mientras pueda hacer el trabajo, y 503 solo cuando no pueda servir a nadie, ya que los clientes se llevan todo su tráfico. Para un usuario o una ruta que falla, 480, 500 o 504 hacen menos daño.',
  },
  '202/501': {
    summary:
      '202 se hace cargo de la petición: está aceptada, y el resultado se dirá más tarde, en el caso de un REFER por NOTIFY. 501 no se hace cargo de nada: el servidor no conoce el método ni lo conocerá tal como está construido. En una transferencia, 202 significa que el otro lado va a intentarlo, mientras que 501 significa que no se le puede pedir que transfiera.',
    choose:
      'Envíe 501 a un REFER o MESSAGE que no pueda atender en absoluto. Si puede, responda 200; 202 queda para un MESSAGE que guarda para más tarde.',
  },
  '300/302': {
    summary:
      'Ambos redirigen, y ambos enumeran direcciones en Contact. 300 deja al llamante una elección real, por valor q o preguntando a su usuario; 302 dice adónde debe ir la llamada ahora. La mayoría de los dispositivos los tratan igual y prueban las direcciones por orden.',
    choose:
      'Envíe 302 con una dirección para desvíos y encaminamiento. Envíe 300 si las direcciones de verdad son distintas, como teléfono y correo, y alguien debe elegir.',
  },
  '301/302': {
    summary:
      'Ambos nombran en Contact una nueva dirección, y a ambos reacciona el llamante llamando a ella. Se diferencian en la memoria: tras 301 el llamante debería sustituir la dirección guardada, porque la antigua no volverá; tras 302 puede usar la nueva solo para esta llamada, o mientras diga Expires. Un servidor que responde 301 queriendo decir 302 hace que los clientes olviden una dirección que sigue siendo válida.',
    choose: 'Envíe 302, y 301 solo si está seguro de que la dirección antigua no volverá a funcionar.',
  },
  '302/305': {
    summary:
      'Ambos responden con una dirección en Contact, pero de cosas distintas. 302 nombra otro lugar para el llamado, de modo que la nueva petición va allí y a esa dirección. 305 nombra un proxy: la nueva petición conserva su dirección y se envía a través de ese proxy. 305 casi no se ve, y muchos clientes lo tratan como cualquier redirección o desisten.',
    choose:
      'Envíe 302 para desviar. Envíe 305 solo como el servidor que finalmente atiende la petición, y solo si se sabe que los clientes lo obedecen.',
  },
  '400/403': {
    summary:
      '400 dice que el servidor no pudo leer la petición, 403 que la leyó bien y la rechaza. En consecuencia, el remedio está en lugares distintos: tras 400, en los bytes del mensaje; tras 403, en los permisos, como el número llamante, el destino, la dirección de origen o la contraseña. Algunos operadores responden 400 a un número llamante que no les gusta; la frase de motivo los delata.',
    choose:
      'Envíe 400 solo por la sintaxis. Ante todo lo que rechace pese a entenderlo, envíe 403 y diga el porqué en la frase de motivo.',
  },
  '400/488': {
    summary:
      'Ambos pueden seguir a una mala oferta, pero a distinta profundidad. 400 dice que el mensaje, o su SDP, está mal formado. 488 dice que el SDP es correcto y los medios no convienen: ningún códec en común, cifrado en un solo lado, una función que falta. Tras 400 busque daños y errores de software; tras 488 compare los códecs y perfiles de ambos lados.',
    choose: 'Envíe 488 con un Warning si puede interpretar la oferta, y 400 solo si no puede.',
  },
  '400/500': {
    summary:
      'Ambos son los códigos generales de su clase, y la diferencia es de quién fue la culpa. 400 culpa a la petición: está mal formada, y volverá a fallar si no se cambia. 500 culpa al servidor: la misma petición puede tener éxito más tarde o en otra parte. Los clientes cuentan con ello: tras 500 lo intentan de nuevo o prueban otro servidor, tras 400 no.',
    choose:
      'Envíe 400 si tiene que cambiar algo el emisor, y 500 si tiene que hacerlo usted. Un servidor que responde 500 a la basura hace que los clientes repitan la basura.',
  },
  '401/403': {
    summary:
      'Un 401 es una pregunta: diga quién es. Un 403 es una decisión: sea quien sea, no. Tras 401 el cliente debería intentarlo de nuevo con credenciales; tras 403 debería parar. En la práctica los dos se encuentran en las contraseñas incorrectas: según la especificación, el servidor preguntaría otra vez con 401, pero muchos responden 403, para detener a los clientes que repiten sin fin la misma respuesta equivocada.',
    choose:
      'Envíe 401 mientras unas credenciales correctas sirvan. Envíe 403 si no servirían, o si quiere que un cliente con la contraseña incorrecta se detenga.',
  },
  '401/407': {
    summary:
      'Ambos piden nombre de usuario y contraseña, y el primero de cualquiera de ellos es una pregunta y no un rechazo. Se diferencian en quién pregunta: 401 viene del servidor que finalmente atiende la petición, casi siempre un servidor de registro o una centralita; 407 viene de un proxy del camino. Cada uno tiene sus cabeceras: WWW-Authenticate se contesta en Authorization, Proxy-Authenticate en Proxy-Authorization. A un cliente que las confunde se le pregunta una y otra vez. Puede que una misma petición tenga que satisfacer a ambos, uno tras otro.',
    choose:
      'Envíe 407 si tras la comprobación dejaría pasar la petición, y 401 si la atiende usted. Un B2BUA atiende él mismo todas las peticiones, así que envía 401.',
  },
  '403/404': {
    summary:
      '404 dice que aquí no existe tal usuario o número; 403 dice que la petición se entiende y no se permite, exista el usuario o no. Los servidores difuminan la línea a propósito: unos responden 404 a los extraños para ocultar qué usuarios existen, otros 403 a todo número que su plan de marcación no conoce. Si otros llamantes llegan al mismo número permite distinguirlos: si llegan, es cuestión de permiso; si no llega nadie, es el número.',
    choose:
      'Envíe 404 si la dirección no existe en su dominio, y 403 si existe pero este llamante no puede llegar a ella. Frente a los escáneres es prudente responder igual en ambos casos.',
  },
  '403/603': {
    summary:
      'Ambos significan «no». 403 es el «no» de un servidor: un permiso, una lista de direcciones o un destino bloqueado. 603 es el «no» del llamado, o de un servicio que actúa en su nombre, y vale para todos los dispositivos a la vez. El tiempo los distingue: un 603 algunos segundos después de un 180 es una persona que pulsó rechazar; un rechazo sin que llegue a sonar es una regla. Algunas redes usan 603 también para informar de que un análisis bloqueó la llamada.',
    choose:
      'Envíe 403 por sus propias reglas, y 603 solo en nombre del llamado: un proxy que lo ve detiene todas las demás ramas.',
  },
  '404/410': {
    summary:
      'Ninguno llega al usuario. 404 no conoce la dirección en absoluto; 410 la recuerda y dice que se abandonó definitivamente, sin dirección de reenvío. Tras 404 conviene revisar cómo se escribió el número; tras 410 el número fue correcto en su día, y alguien tiene que averiguar el nuevo.',
    choose:
      'Envíe 410 solo si sabe que la dirección existió y no volverá. Cuando simplemente no encuentre nada, envíe 404.',
  },
  '404/480': {
    summary:
      '404 dice que el usuario no existe aquí, 480 que el usuario existe pero ahora no es alcanzable. Así que tras 480 tiene sentido llamar más tarde, y tras 404 no. En la práctica, un teléfono que perdió su registro aparece como cualquiera de los dos: la mayoría de los servidores dicen 480, como manda el RFC; otros miran una tabla de localización vacía y dicen 404. Si hace una hora contestó el mismo número, lea el 404 como un 480 y busque el registro perdido.',
    choose:
      'Envíe 404 si su dominio no conoce al usuario, y 480 si lo conoce pero no hay ningún dispositivo registrado o nadie contesta.',
  },
  '404/481': {
    summary:
      'Ambos dicen «desconocido», pero de cosas distintas: 404 de un usuario; 481 de una llamada, una suscripción o una transacción. Dentro de una llamada señalan fallos distintos. 481 significa que la petición llegó al software correcto, que ya no tiene la llamada o nunca la tuvo. 404 significa que la petición ni siquiera encontró a su usuario, porque Contact o Route la llevaron a un lugar equivocado. 481 termina la llamada o la suscripción a que pertenece la petición; 404 termina todo lo que comparte el diálogo.',
    choose:
      'A una petición con un tag en To que no pueda situar, envíe 481. Envíe 404 solo a una petición que empieza algo nuevo.',
  },
  '404/484': {
    summary:
      'Ambos se quejan del número. 484 dice que es demasiado corto y que aún podría llegar a ser válido, de modo que un teléfono que envía los dígitos a medida que se marcan sigue reuniéndolos. 404 dice que el número está completo y no lo tiene nadie. Es frecuente un 404 a un número al que le falta el prefijo de zona, porque muchos planes de marcación no distinguen los dos casos.',
    choose:
      'Envíe 484 si con más dígitos el número podría ser válido, sobre todo donde se usa marcación por solapamiento; si no, envíe 404.',
  },
  '404/604': {
    summary:
      'Ambos dicen que el usuario no existe. 404 habla por un servidor y su dominio, de modo que un proxy aún puede encontrar al usuario por otra rama. 604 pretende hablar por el mundo entero, de modo que un proxy cancela todas las demás ramas. Pocos servidores pueden saber eso; la mayoría de los 604 son un simple «número no asignado» de una pasarela que eligió el código más rotundo.',
    choose:
      'Envíe 404. Envíe 604 solo si tiene los datos autorizados de todos los lugares donde podría estar el usuario.',
  },
  '405/501': {
    summary:
      'Ambos rechazan un método. Con 405 el servidor conoce el método pero no lo permite en esta dirección, y debe enumerar en Allow lo que sí permite. Con 501 el servidor no conoce el método en absoluto, para ninguna dirección; ahí una cabecera Allow es bienvenida, pero no se exige. Así que tras 405 el mismo servidor puede aceptar el método en otra dirección, o tras un cambio en su configuración; tras 501 no lo aceptará en ninguna parte.',
    choose:
      'Envíe 405 con Allow a un método del que haya oído hablar, y 501 a uno del que no. Un proxy no envía ninguno de los dos a un método desconocido: lo deja pasar.',
  },
  '408/480': {
    summary:
      'Ambos dicen al llamante que no se llegó a nadie. 408 significa que un servidor reenvió el INVITE y no obtuvo resultado: un teléfono muerto, una entrada de NAT perdida, un firewall. 480 significa que un servidor conoce el motivo: no hay ningún dispositivo registrado, nadie descolgó, está activado «no molestar». Tras 408 mire el tramo que hay detrás del servidor que lo envió; tras 480 mire el estado del llamado.',
    choose:
      'Envíe 480 si sabe que el usuario no está disponible, y 408 solo si un INVITE que reenvió no se contestó a tiempo.',
  },
  '408/504': {
    summary:
      'Ambos son tiempos agotados, y los distingue quién calló. Con 408 fue el que se llamó, o un proxy en el camino hacia él. Con 504 fue un ayudante que el servidor necesitaba para atender la petición: una consulta de numeración, una base de datos de abonados, el DNS. La demora es una pista: 32 s sin ninguna respuesta apuntan a un siguiente salto muerto y a 408; unos pocos segundos, a una consulta impaciente y a 504.',
    choose:
      'Envíe 408 si no se contestó el INVITE que reenvió, y 504 si no contestó algo a lo que preguntó usted mismo. A peticiones distintas de INVITE no envíe 408.',
  },
  '412/481': {
    summary:
      'Ambos dicen que algo ya no está, típicamente tras un reinicio. 412 ha perdido un estado publicado: el cliente lo publica todo de nuevo, sin SIP-If-Match, y arreglado. 481 ha perdido una llamada o una suscripción: eso no se puede reparar dentro del diálogo, y el cliente tiene que empezar de nuevo.',
    choose:
      'Envíe 412 a un PUBLISH cuya etiqueta de entidad no conozca, y 481 a una petición dentro de un diálogo que no conozca.',
  },
  '415/488': {
    summary:
      'Ambos se quejan del cuerpo de un INVITE. 415 no llega hasta los medios: desconoce el tipo del cuerpo, su codificación o su idioma, por ejemplo un cuerpo de varias partes. 488 ha leído el SDP y no ha encontrado nada que pueda usar: ningún códec en común, cifrado en un solo lado. Tras 415 cambie Content-Type o las partes del cuerpo, según Accept; tras 488 cambie la oferta.',
    choose:
      'Envíe 415 con Accept si no puede leer el cuerpo, y 488 con Warning si puede leerlo pero no estar de acuerdo.',
  },
  '420/421': {
    summary:
      'Son imágenes especulares. Con 420 el cliente insiste en Require en una extensión que el servidor no tiene: el cliente pide demasiado. Con 421 el servidor insiste en una extensión que el cliente no incluye en Supported: el cliente ofrece demasiado poco. Ambos los resuelve el cliente: tras 420 quita la etiqueta que nombra Unsupported, tras 421 añade la que nombra Require.',
    choose:
      'Envíe 420 con Unsupported siempre que Require nombre algo que le falta: es una obligación. Evite 421 y trabaje sin la extensión si puede.',
  },
  '422/423': {
    summary:
      'Ambos dicen «demasiado corto» y nombran lo mínimo que bastaría, de modo que un buen cliente lo intenta de nuevo de inmediato y nadie lo nota. Hablan de tiempos distintos. 422 trata del temporizador de sesión de una llamada: Session-Expires no debe ser menor que Min-SE. 423 trata de la vigencia de un registro, una suscripción o una publicación: Expires no debe ser menor que Min-Expires. Un cliente que repite su antiguo valor da vueltas en círculo en ambos casos.',
    choose: 'Envíe 422 con Min-SE a INVITE y UPDATE, y 423 con Min-Expires a REGISTER, SUBSCRIBE y PUBLISH.',
  },
  '428/438': {
    summary:
      'Ambos vienen del servidor que comprueba los números llamantes firmados. 428 dice que no hay ninguna firma utilizable: nadie firmó la llamada, o alguien quitó por el camino la cabecera Identity. 438 dice que hay una firma y es incorrecta: se cambió un número o la fecha después de firmar, o la cabecera se dañó. Así que tras 428 busque quién debería haber firmado, y tras 438 quién cambió después la petición.',
    choose: 'Envíe 428 si Identity falta o es de un tipo que no admite, y 438 si la comprobó y no se sostiene.',
  },
  '436/438': {
    summary:
      'En ambos casos el número llamante está firmado y la comprobación falla. Con 436 ni siquiera hubo comprobación, porque no se pudo descargar el certificado de la dirección de Identity. Con 438 sí la hubo, y la firma no concuerda con la petición. 436 es cosa de servidores web y firewalls; 438, de servidores que cambian números o fechas después de firmar.',
    choose: 'Envíe 436 si la dirección de info no le da ningún certificado, y 438 si la firma es incorrecta.',
  },
  '480/486': {
    summary:
      'Con 486 la llamada llegó a un dispositivo, que está en uso o se niega a aceptar otra llamada. Con 480 no se llegó a nadie: el dispositivo no está registrado, sonó sin que contestaran o está en «no molestar». El llamante oye un tono de ocupado tras 486, y un mensaje o un tono de error tras 480. Los teléfonos difieren en «no molestar» y en el botón de rechazar: unos envían 480, otros 486, otros 603.',
    choose:
      'Envíe 486 si el dispositivo está ocupado, y 480 si el usuario no está o no contestó. Ambos dejan sitio al desvío y al buzón de voz.',
  },
  '480/503': {
    summary:
      '480 trata de un usuario, 503 del servidor. Tras 480 el llamante puede intentarlo más tarde con ese usuario, y a los demás no les afecta. Tras 503 el cliente debería enviarlo todo a otra parte durante un tiempo. Una pasarela que responde 503 por un solo número al que no puede llegar hace que los demás la eviten por completo.',
    choose: 'Envíe 480 si no se puede localizar a un solo usuario, y 503 solo si no puede servir a nadie.',
  },
  '480/603': {
    summary:
      '480 dice que el llamado no está disponible, 603 que el llamado no quiere la llamada. La diferencia cuenta: tras 480 un proxy puede probar el buzón de voz u otro dispositivo, tras 603 no debe. Y el llamante puede llamar de nuevo tras 480, mientras que 603 pide que lo deje.',
    choose:
      'Envíe 480 para «no molestar» y para «no contesta» si otros aún pueden atender la llamada. Envíe 603 si la llamada debe terminar para todos los dispositivos.',
  },
  '481/487': {
    summary:
      'Los dos se encuentran en el CANCEL. Un CANCEL que llega a tiempo se responde con 200, y el INVITE al que corresponde termina con 487: así debe ser. Un CANCEL que no encuentra nada que cancelar, porque el INVITE ya está contestado o el branch es otro, se responde él mismo con 481. De modo que 487 responde siempre al INVITE y 481 al CANCEL; un 481 ahí es inofensivo si el INVITE tiene su respuesta final.',
    choose: 'Envíe 487 al INVITE que detiene. Envíe 481 a un CANCEL para el que no encuentre ningún INVITE.',
  },
  '482/483': {
    summary:
      'Ambos detienen una petición que da vueltas en círculo. 482 la reconoce: el servidor encuentra su propia marca en Via, o recibe la misma petición por dos caminos. 483 solo cuenta: Max-Forwards ha llegado a 0, haya pasado la petición por donde haya pasado. Así que 482 señala el servidor donde se cierra el círculo, mientras que un 483 viene de donde se agotó la cuenta, y es la lista de Via la que tiene que mostrar qué hosts se repiten. Un 482 en una rama de una llamada bifurcada que tiene éxito en otra no es un fallo.',
    choose:
      'Envíe 482 si detecta usted el bucle o la petición duplicada, y 483 si Max-Forwards le prohíbe pasar la petición.',
  },
  '486/503': {
    summary:
      '486 dice que está ocupado un teléfono, 503 que un servidor o una troncal entera no acepta nada. Las pasarelas los confunden: una troncal sin canal libre que responde 486 suena a llamado ocupado, y nadie busca la troncal llena. Si el 486 llega en milisegundos, para muchos números a la vez, o con causa Q.850 34 o 42 en Reason, es un 503 disfrazado.',
    choose:
      'Envíe 486 si el llamado está ocupado, y 503 si no le queda ningún canal, para que el llamante pruebe otra ruta.',
  },
  '486/600': {
    summary:
      'Ambos dicen «ocupado». 486 habla por un dispositivo: un proxy sigue con los demás, el desvío y el buzón de voz. 600 habla por todos: un proxy cancela todas las demás ramas, y no contesta ningún buzón. Un 600 donde debería haber contestado el buzón de voz es un error de quien lo envió.',
    choose: 'Envíe 486. Envíe 600 solo si conoce todos los dispositivos del usuario y no debe contestar nada más.',
  },
  '486/603': {
    summary:
      'Tras 486 este dispositivo está ocupado; tras 603 el llamado no quiere la llamada en ningún dispositivo. 486 deja la llamada al buzón de voz y a otros dispositivos, mientras que 603 hace que los proxies paren. El botón de rechazar produce uno u otro según el teléfono, de modo que el código por sí solo no dice si la línea estaba ocupada o si una persona dijo que no: lo dice el tiempo transcurrido desde el 180.',
    choose:
      'Envíe 486 desde un único dispositivo, tanto por ocupado como por rechazo. Envíe 603 si el rechazo vale para todos los dispositivos.',
  },
  '487/603': {
    summary:
      'En ambos casos nadie habló, pero decidieron personas distintas. 487 es el final de un INVITE que retiró el lado llamante: el llamante colgó, o la llamada se contestó en otro dispositivo y se cancelaron los demás. 603 es la respuesta del llamado, que rechazó. A un 487 lo precede un CANCEL o un BYE; a un 603, no.',
    choose:
      'Envíe 487 solo tras un CANCEL o BYE, o cuando haya vencido el Expires del INVITE. Envíe 603 si el llamado rechaza.',
  },
  '488/606': {
    summary:
      'Ambos rechazan los medios ofrecidos, por los mismos motivos: ningún códec en común, cifrado en un solo lado, una función que falta. 488 habla por este dispositivo, de modo que un proxy puede probar otro que quizá valga. 606 habla por todos los dispositivos del llamado y termina el intento. Casi todos los 606 que se ven deberían haber sido un 488.',
    choose:
      'Envíe 488 con un Warning. Envíe 606 solo si sabe que ningún dispositivo del llamado podría aceptar la oferta.',
  },
  '491/500': {
    summary:
      'Ambos pueden responder a un re-INVITE o UPDATE que llegó en mal momento; se diferencian en de quién es la petición anterior que estorba. 491: el lado que responde tiene en curso una petición propia, de modo que las dos se cruzaron; ambos esperan un tiempo aleatorio y lo intentan de nuevo. 500 con Retry-After: el propio emisor aún no ha recibido la respuesta a su petición anterior, así que se precipitó. Un 500 sin Retry-After no tiene nada que ver con esto y significa que el servidor falló.',
    choose:
      'Envíe 491 si lo que está sin contestar es su propia oferta o INVITE. Envíe 500 con Retry-After de 0 a 10 s si lo es la petición anterior del otro lado.',
  },
  '500/501': {
    summary:
      '500 falló en algo que el servidor en principio sabe hacer, 501 ni siquiera sabe cómo. De modo que un 500 puede desaparecer en un minuto, y el log dice por qué se produjo; un 501 permanece hasta que el servidor tenga software nuevo o el cliente deje de usar el método. Los clientes lo intentan de nuevo tras 500 y no deben hacerlo tras 501.',
    choose: 'Envíe 500 si falló su propio trabajo, y 501 si no conoce el método.',
  },
  '500/502': {
    summary:
      'Ambos vienen de un servidor en apuros. Con 500 el apuro es suyo; con 502 preguntó al siguiente servidor y recibió una respuesta que no pudo usar. Tras 500 mire el log del servidor que lo envió; tras 502 mire el tramo que tiene detrás.',
    choose: 'Envíe 502 si la causa es una respuesta que recibió, y 500 si está en usted mismo.',
  },
  '500/503': {
    summary:
      '500 trata de una petición que salió mal, 503 de un servidor que de momento no acepta ninguna. Tras 503 un cliente prueba de inmediato el siguiente servidor y se mantiene alejado hasta que pasa Retry-After; tras 500 puede intentarlo de nuevo en este al cabo de unos segundos. Además están ligados: un proxy que recibe 503 de detrás debe pasar 500 en su lugar, de modo que un 500 en el llamante puede ser un 503 más adelante.',
    choose: 'Envíe 503 si no puede servir a nadie, y 500 si falló esta única petición.',
  },
  '502/503': {
    summary:
      'Con 502 el servidor funciona, pero el que está detrás respondió con algo inservible. Con 503 es el propio servidor el que no acepta nada, por sobrecarga o por estar fuera de servicio. Así que 502 lo lleva a usted al siguiente tramo; 503, a la carga, las licencias y las troncales del servidor que respondió. También los clientes reaccionan de forma distinta: 503 hace que eviten el servidor, 502 no.',
    choose:
      'Envíe 502 ante una respuesta mala de detrás. Envíe 503 solo si durante un tiempo no debe recibir más tráfico.',
  },
  '503/504': {
    summary:
      '503 dice «ahora no puedo»; 504 dice «esperé a otro». Tras 503 el cliente evita el servidor durante un tiempo; tras 504 no hace falta, porque el propio servidor está bien y calló una base de datos, el DNS o el siguiente salto. Una serie de 504 tras el mismo número de segundos es el tiempo de espera de una misma consulta.',
    choose: 'Envíe 504 si algo a lo que preguntó no respondió a tiempo, y 503 si el cuello de botella es usted.',
  },
  '600/603': {
    summary:
      'Ambos terminan el intento para todos los dispositivos del llamado. 600 dice que el llamado está ocupado en todas partes, 603 que el llamado no quiere la llamada. El llamante puede intentarlo más tarde tras 600; tras 603 solo si Retry-After invita a ello.',
    choose:
      'Envíe 603 para un rechazo y 600 para ocupado, y solo si no debe contestar ningún buzón de voz ni otro dispositivo; si no, envíe 486.',
  },
  '603/607': {
    summary:
      'Ambos vienen del lado llamado y terminan el intento en todas partes. 603 rechaza esta llamada y no dice nada del llamante. 607 añade un juicio: llamadas así no se desean, como al pulsar el botón de spam, y la red puede usarlo en contra del número llamante. Tras 603 una llamada posterior puede ser bienvenida; tras 607 no.',
    choose:
      'Envíe 603 para un rechazo y para «no molestar». Envíe 607 solo si la persona llamada de verdad marcó la llamada como no deseada.',
  },
  '603/608': {
    summary:
      'Ambos rechazan la llamada definitivamente; se diferencian en quién decidió. 603 viene del llamado o de una regla suya. 608 viene de un servicio de la red que tomó la llamada por spam, y no se preguntó a nadie. 608 debe indicar en Call-Info dónde puede reclamar el llamante; 603 no indica nada. Las redes más antiguas dicen 603 en ambos casos, y solo lo revela una frase de motivo como Network Blocked.',
    choose: 'Envíe 608 con Call-Info si es su análisis el que bloquea la llamada, y 603 si la rechaza el llamado.',
  },
  '607/608': {
    summary:
      'Ambos dicen que la llamada no era deseada. Con 607 lo dijo la persona llamada; con 608 lo supuso un servicio de la red, y el teléfono no llegó a sonar. Tras 607 el llamante debería dejar de llamar. Tras 608 un llamante con buenas razones puede reclamar en el contacto de Call-Info.',
    choose: 'Envíe 607 por la palabra del llamado, y 608 con Call-Info por el veredicto de su análisis.',
  },
};
