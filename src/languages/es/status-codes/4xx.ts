// Spanish of the request failures.
import type { requestFailureCodes as codes } from '../../../knowledge/status-codes/4xx.ts';
import type { Catalogue } from '../../catalogue.ts';

/** Code → its words. */
export const requestFailureCodes: Pick<Catalogue['status'], `${keyof typeof codes}`> = {
  '400': {
    means: 'El servidor no pudo entender la petición, o la petición infringe una regla en la que el servidor insiste.',
    usually: [
      'Una cabecera obligatoria falta, está duplicada o está mal formada.',
      'Un firewall o un SIP ALG alteró el mensaje, o un mensaje grande por UDP perdió su segunda parte.',
      'Content-Length no coincide con el cuerpo.',
      'Un proxy usa 400 para una política propia; su frase de motivo dice entonces más.',
    ],
    fix: [
      'Corrija la parte de la petición que señalan la frase de motivo o los hallazgos.',
      'Desactive el SIP ALG, y use TCP para mensajes de más de unos 1300 bytes.',
      'Diga en la frase de motivo qué tiene de malo la petición.',
    ],
    noFaultWhen: 'La petición venía de un escáner.',
    methods: {
      REFER: 'A menudo falta la cabecera Refer-To, o hay más de una.',
      REGISTER: 'A menudo un Contact con * va combinado con otro Contact o con un Expires distinto de 0.',
      INVITE: 'Con Replaces o Join significa que esas cabeceras están duplicadas o no concuerdan.',
    },
    retry: 'No sin cambios.',
  },
  '401': {
    means:
      'El servidor pide nombre de usuario y contraseña antes de continuar. El primer 401 es una pregunta, no un rechazo.',
    usually: [
      'La primera petición no lleva credenciales, porque antes hay que pedírselas al cliente.',
      'El nonce ha caducado, y el servidor envía uno nuevo marcado con stale=true.',
      'El nombre de usuario, la contraseña o el realm del cliente son incorrectos, de modo que la pregunta se repite.',
    ],
    fix: [
      'Envíe la petición de nuevo con credenciales para este realm y un CSeq mayor en uno.',
      'Si la pregunta se repite, compare nombre de usuario, contraseña y realm en ambos lados.',
      'Comparta los nonces entre los nodos de un clúster, y ofrezca también MD5 si han de registrarse teléfonos antiguos.',
    ],
    noFaultWhen: 'La petición aún no llevaba credenciales, o está stale=true, y el intento siguiente tiene éxito.',
    methods: {
      BYE: 'El servidor pide credenciales incluso para colgar; un cliente que no contesta deja la llamada colgada.',
      OPTIONS: 'El otro extremo está activo y pregunta quién quiere saberlo.',
      REGISTER: 'El servidor de registro pregunta quién se registra; todo registro con contraseña empieza así.',
      ACK: 'Un ACK nunca se responde, así que ningún servidor puede enviar esto.',
      CANCEL: 'Un CANCEL no se puede enviar otra vez con credenciales, así que ningún servidor puede pedirlas.',
    },
    headers: ['Contiene el realm y el nonce sin los cuales el cliente no puede demostrar nada.'],
    retry: 'Una vez con credenciales; otra solo con un nonce nuevo marcado con stale=true.',
  },
  '402': {
    means:
      'El código está reservado y no tiene un significado fijo. Los operadores lo usan para decir que la cuenta no puede pagar la llamada.',
    usually: ['Una cuenta o una troncal de prepago se quedó sin saldo.'],
    fix: ['Compruebe el saldo de la cuenta, o pregunte al operador.'],
    retry: 'No antes de que cambie la cuenta.',
  },
  '403': {
    means:
      'El servidor entendió la petición y la rechaza. Preguntar otra vez, aunque sea con contraseña, no servirá de nada.',
    usually: [
      'La cuenta o la troncal no puede llamar a este destino.',
      'El número llamante no es uno de los que puede usar esta cuenta.',
      'La petición viene de una dirección IP en la que el servidor no confía.',
      'La contraseña es incorrecta: muchos servidores responden 403 en lugar de preguntar de nuevo.',
    ],
    fix: [
      'Revise el número llamante en From y P-Asserted-Identity, la dirección de origen y el número marcado.',
      'Revise los permisos de la cuenta, la lista de direcciones de la troncal y los destinos bloqueados.',
      'Si decide una lista de direcciones, compruebe si el NAT cambió la dirección de origen.',
    ],
    noFaultWhen: 'La petición venía de alguien que no debe pasar, como un escáner.',
    methods: {
      MESSAGE: 'Este remitente no puede escribir a este destinatario.',
      PUBLISH: 'Este usuario no puede publicar estado para esta dirección.',
      REGISTER:
        'La cuenta no puede registrar esta dirección, o la contraseña es incorrecta y el servidor de registro no pregunta de nuevo.',
      SUBSCRIBE: 'Este usuario no puede ver el estado que pidió.',
      REFER: 'Aquí no se permiten las transferencias.',
      OPTIONS: 'El otro extremo está activo, pero no quiere que este remitente le pregunte.',
    },
    retry: 'No sin cambios.',
  },
  '404': {
    means: 'El servidor no conoce a ese usuario o número, o no es responsable del dominio de la Request-URI.',
    usually: [
      'El número está escrito en una forma que el servidor no conoce, por ejemplo sin código de país o con un prefijo equivocado.',
      'El host de la Request-URI es una dirección IP donde el servidor espera su nombre de dominio.',
      'El número no existe, o no tiene ruta en el plan de marcación.',
      'La extensión no está registrada, y el servidor dice 404 en lugar de 480.',
    ],
    fix: [
      'Compare el formato del número y el dominio de la Request-URI con los de una llamada que funcione.',
      'Compruebe que el usuario existe en este servidor y que el servidor acepta este dominio.',
    ],
    noFaultWhen: 'Responde a un sondeo OPTIONS: cualquier respuesta demuestra que el otro extremo está activo.',
    methods: {
      MESSAGE: 'En el servidor no hay ningún destinatario con ese nombre.',
      PUBLISH: 'El servidor no guarda ningún estado para esta dirección.',
      NOTIFY:
        'En la dirección a la que llegó el NOTIFY no se conoce al suscriptor: su Contact apunta probablemente a un lugar equivocado.',
      OPTIONS: 'El otro extremo está activo, pero no conoce la dirección por la que se preguntó.',
      REGISTER: 'El servidor de registro no conoce a ese usuario en su dominio.',
      BYE: 'En la dirección a la que llegó el BYE no se conoce la llamada: Contact o Route apuntan probablemente a un lugar equivocado.',
      SUBSCRIBE: 'No hay nadie con ese nombre cuyo estado se pueda observar.',
    },
    headers: ['Cuándo se podría localizar aquí al usuario.'],
    retry: 'No a la misma dirección en este servidor.',
  },
  '405': {
    means: 'El servidor conoce este tipo de petición, pero no la permite en la dirección a la que se envió.',
    usually: [
      'Un REGISTER fue a parar a un teléfono o a un servidor que no es de registro.',
      'El servicio que hay detrás de SUBSCRIBE, PUBLISH o MESSAGE no está activado.',
      'Las transferencias con REFER están desactivadas.',
    ],
    fix: [
      'Use un método que figure en la cabecera Allow, o envíe la petición al servidor que lo ofrece.',
      'Active la función si debe estar disponible aquí.',
      'Enumere en Allow los métodos permitidos.',
    ],
    noFaultWhen: 'Responde a un keep-alive: cualquier respuesta demuestra que el otro extremo está activo.',
    methods: {
      SUBSCRIBE: 'En esta dirección no se ofrece este tipo de suscripción.',
      PUBLISH: 'Aquí no se puede publicar estado.',
      MESSAGE: 'Este dispositivo no acepta mensajes instantáneos.',
      INFO: 'El dispositivo no acepta INFO; los dígitos DTMF tienen que ir en el flujo RTP (RFC 4733).',
      UPDATE: 'El otro extremo no acepta UPDATE; el cambio hay que hacerlo con un re-INVITE.',
      REGISTER: 'Este servidor no es un servidor de registro.',
      OPTIONS: 'El otro extremo está activo, pero aquí no acepta OPTIONS.',
      REFER: 'Las transferencias están desactivadas.',
      NOTIFY: 'El dispositivo no acepta notificaciones a las que no se suscribió.',
    },
    headers: ['Enumera los métodos que sí funcionarían en esta dirección.'],
    retry: 'No con este método en esta dirección.',
  },
  '406': {
    means: 'El servidor solo puede responder en formatos que la cabecera Accept de la petición excluye.',
    usually: [
      'Un SUBSCRIBE acepta solo formatos que el servidor no puede generar.',
      'El servidor quiere decir 488: no le conviene la oferta de medios.',
    ],
    fix: [
      'Incluya más formatos en Accept, al menos el habitual del servicio.',
      'Responda 488 cuando el problema sea la oferta de medios.',
    ],
    noFaultWhen: 'El cliente prueba los formatos uno tras otro y acierta.',
    methods: {
      SUBSCRIBE:
        'El servidor solo puede informar del estado en un formato que la cabecera Accept del SUBSCRIBE excluye.',
    },
    headers: ['Dice qué es lo que no encaja.'],
    retry: 'Con otra cabecera Accept.',
  },
  '407': {
    means:
      'Un proxy del camino pide nombre de usuario y contraseña antes de pasar la petición. El primer 407 es una pregunta, no un rechazo.',
    usually: [
      'La primera petición no lleva credenciales, porque antes hay que pedírselas al cliente.',
      'El nonce ha caducado, y el proxy envía uno nuevo marcado con stale=true.',
      'El nombre de usuario, la contraseña o el realm del cliente son incorrectos, de modo que la pregunta se repite.',
      'El cliente contesta en Authorization en lugar de Proxy-Authorization.',
    ],
    fix: [
      'Envíe la petición de nuevo con Proxy-Authorization para este realm y un CSeq mayor en uno, también dentro de llamadas ya establecidas.',
      'Si la pregunta se repite, compare nombre de usuario, contraseña y realm en ambos lados.',
    ],
    noFaultWhen: 'La petición aún no llevaba credenciales, o está stale=true, y el intento siguiente tiene éxito.',
    methods: {
      REGISTER:
        'Un proxy situado delante del servidor de registro pide credenciales; este puede pedirlas a su vez con 401.',
      BYE: 'El proxy pide credenciales incluso para colgar; un cliente que no contesta deja la llamada colgada.',
      ACK: 'Un ACK nunca se responde, así que ningún proxy puede enviar esto.',
      CANCEL: 'Un CANCEL no se puede enviar otra vez con credenciales, así que ningún proxy puede pedirlas.',
    },
    headers: ['Contiene el realm y el nonce sin los cuales el cliente no puede demostrar nada.'],
    retry: 'Una vez con credenciales; otra solo con un nonce nuevo marcado con stale=true.',
  },
  '408': {
    means:
      'El servidor no pudo obtener un resultado a tiempo. Lo normal es que reenviara la petición y nadie contestara.',
    usually: [
      'El teléfono está registrado pero ya no es alcanzable, porque desapareció su entrada de NAT o su conexión TCP.',
      'El siguiente servidor está caído, o un firewall descarta la petición.',
      'Una petición grande se dividió en varios paquetes IP y se descartó uno de ellos.',
      'Nadie descolgó en el tiempo que permite la plataforma.',
    ],
    fix: [
      'Mire el tramo que hay detrás del servidor que envió esto: allí la petición quedó sin respuesta.',
      'Mantenga alcanzable el registro con keep-alives y una caducidad más corta.',
      'Compruebe que el firewall y el NAT dejan llegar las peticiones hasta el llamado, también las grandes.',
    ],
    noFaultWhen: 'La plataforma lo usa para una llamada que nadie contestó.',
    methods: {
      INVITE: 'Nadie contestó a tiempo el intento de llamada.',
      REGISTER:
        'Ningún elemento puede enviar 408 a una petición distinta de INVITE (RFC 4320 §4.2); probablemente no se llegó al servidor de registro.',
      OPTIONS:
        'Ningún elemento puede enviar 408 a una petición distinta de INVITE (RFC 4320 §4.2); probablemente no se llegó al otro extremo.',
      BYE: 'Ningún elemento puede enviar 408 a una petición distinta de INVITE (RFC 4320 §4.2); quien colgó da la llamada por terminada.',
    },
    retry: 'Sin cambios, en cualquier momento.',
  },
  '410': {
    means: 'El usuario o número ya no está aquí, y no se conoce una nueva dirección. Se espera que sea definitivo.',
    usually: ['El número se cambió o se dio de baja.', 'El número pasó a otra red sin dirección de reenvío.'],
    fix: ['Averigüe el nuevo número y corrija el guardado.'],
    noFaultWhen: 'El número de verdad ya no existe: entonces la respuesta es correcta.',
    retry: 'No a esta dirección.',
  },
  '412': {
    means: 'El cliente quiere renovar un estado publicado que el servidor ya no tiene.',
    usually: [
      'La publicación caducó antes de renovarse.',
      'El servidor se reinició, o la petición llegó a otro nodo del clúster.',
    ],
    fix: [
      'Publique de nuevo el estado completo sin SIP-If-Match, y en lo sucesivo renueve antes.',
      'Comparta el estado publicado entre los nodos del clúster.',
    ],
    noFaultWhen: 'Sigue un nuevo PUBLISH sin SIP-If-Match y tiene éxito.',
    retry: 'De inmediato, como un primer PUBLISH con el estado completo.',
  },
  '413': {
    means: 'El cuerpo de la petición es más grande de lo que acepta el servidor.',
    usually: [
      'El SDP es muy largo, por ejemplo con muchos códecs o candidatos ICE.',
      'Un mensaje o un documento de presencia supera el límite.',
    ],
    fix: ['Acorte el cuerpo, o envíe en su lugar un enlace al contenido.', 'Suba el límite si se desean cuerpos así.'],
    noFaultWhen: 'El cliente lo intenta de nuevo con un cuerpo más pequeño y tiene éxito.',
    headers: ['Cuándo intentarlo de nuevo, si el límite es pasajero.'],
    retry: 'Con un cuerpo más pequeño o sin él.',
  },
  '414': {
    means: 'La dirección a la que se envía la petición es más larga de lo que el servidor puede tratar.',
    usually: [
      'Se fueron añadiendo parámetros a la dirección una y otra vez, como en un bucle de encaminamiento.',
      'En la dirección van empaquetadas cabeceras o parámetros largos.',
    ],
    fix: ['Acorte la Request-URI.', 'Deje de añadir parámetros a la Request-URI en cada salto.'],
    retry: 'Con una Request-URI más corta.',
  },
  '415': {
    means: 'El cuerpo de la petición tiene un tipo, una codificación o un idioma que el servidor no puede leer.',
    usually: [
      'El cuerpo tiene varias partes, y el dispositivo solo lee SDP simple.',
      'Un INFO lleva dígitos DTMF en un formato que el dispositivo no conoce.',
      'Un mensaje tiene un tipo de contenido poco habitual.',
    ],
    fix: [
      'Envíe un tipo que figure en la cabecera Accept, y marque las partes adicionales con handling=optional.',
      'Admita cuerpos de varias partes, y enumere en Accept los tipos admitidos.',
    ],
    noFaultWhen: 'Se prueba un formato y se rechaza mientras la llamada continúa.',
    methods: {
      PUBLISH: 'El servidor no guarda estado en este formato.',
      SUBSCRIBE: 'El servidor no entiende el filtro que va en el cuerpo.',
      INFO: 'El dispositivo no entiende este tipo de datos durante la llamada, a menudo DTMF; la llamada continúa.',
      MESSAGE: 'El dispositivo no puede mostrar mensajes de este tipo.',
    },
    headers: [
      'Enumera los tipos admitidos, cuando el problema es el tipo.',
      'Enumera las codificaciones admitidas, cuando el problema es la codificación.',
      'Enumera los idiomas admitidos, cuando el problema es el idioma.',
    ],
    retry: 'Con un tipo, una codificación o un idioma que figure en la respuesta.',
  },
  '416': {
    means: 'El servidor no conoce este tipo de dirección, por ejemplo tel: en lugar de sip:.',
    usually: [
      'La petición va dirigida a un número tel:, y el servidor solo acepta direcciones sip:.',
      'La petición va dirigida a sips: o urn:, que el servidor no admite.',
    ],
    fix: ['Use una dirección sip:.', 'Convierta los números tel: en direcciones sip: antes de reenviarlos.'],
    noFaultWhen: 'El cliente lo intenta de nuevo con una dirección sip: y tiene éxito.',
    retry: 'Con una dirección sip:.',
  },
  '417': {
    means: 'La petición insiste en una prioridad de llamada que el servidor no conoce.',
    usually: ['Dos redes con prioridades, para emergencias o uso gubernamental, las nombran de forma distinta.'],
    fix: [
      'Use una prioridad que figure en Accept-Resource-Priority, o no insista en ninguna.',
      'Añada al servidor el espacio de nombres de prioridades que falta.',
    ],
    headers: ['Enumera las prioridades que conoce el servidor.'],
    retry: 'Con una prioridad conocida, o sin Require: resource-priority.',
  },
  '420': {
    means: 'La petición insiste en una extensión del protocolo que el servidor no admite.',
    usually: [
      'El cliente pone 100rel, timer, precondition o replaces en Require en lugar de Supported.',
      'El servidor tiene la extensión desactivada.',
    ],
    fix: [
      'Pase de Require a Supported las extensiones que nombra Unsupported, o quítelas.',
      'Active la extensión si el otro lado depende de ella.',
    ],
    noFaultWhen: 'El cliente lo intenta de nuevo sin la extensión y tiene éxito.',
    methods: {
      INVITE: 'Lo habitual es que en Require figure 100rel, timer, replaces o precondition.',
      REGISTER:
        'Lo habitual es que en Require figure path, outbound o gruu, y el servidor de registro lo tenga desactivado.',
      REFER: 'Lo habitual es que en Require figure nosub, explicitsub o multiple-refer.',
    },
    headers: ['Nombra las extensiones que no se admiten.'],
    retry: 'Sin las extensiones que nombra Unsupported.',
  },
  '421': {
    means: 'El servidor insiste en una extensión del protocolo que el cliente no ofrece.',
    usually: [
      'La red exige respuestas provisionales fiables (100rel) o un acuerdo de seguridad (sec-agree).',
      'La extensión está desactivada en el cliente.',
    ],
    fix: [
      'Active la extensión que nombra Require e inclúyala en Supported.',
      'Siga sin la extensión cuando sea posible.',
    ],
    noFaultWhen: 'El cliente lo intenta de nuevo con la extensión y tiene éxito.',
    methods: {
      INVITE:
        'El lado llamado insiste en respuestas provisionales fiables (100rel) o en temporizadores de sesión (timer).',
      REGISTER: 'La red insiste en un acuerdo de seguridad (sec-agree) o en Path antes de registrar a nadie.',
    },
    headers: [
      'Nombra las extensiones que el cliente debe admitir.',
      'Enumera los mecanismos de seguridad, cuando se exige sec-agree.',
    ],
    retry: 'Con la extensión en Supported.',
  },
  '422': {
    means: 'El cliente quiere refrescar la llamada más a menudo de lo que permite el servidor.',
    usually: [
      'El Session-Expires del cliente está por debajo del mínimo del servidor, a menudo 600 s frente a 900 o 1800 s.',
    ],
    fix: [
      'Envíe la petición de nuevo con un Session-Expires no menor que el Min-SE de la respuesta.',
      'Baje el mínimo si es innecesariamente alto; 90 s es lo más bajo permitido.',
    ],
    noFaultWhen: 'El cliente lo intenta de nuevo con un intervalo más largo y tiene éxito.',
    methods: {
      INVITE: 'Con un intervalo tan corto la llamada no se establece, o no se refresca.',
      UPDATE: 'La llamada continúa; solo se rechaza el intervalo más corto.',
    },
    headers: ['El intervalo más corto que acepta el servidor, de al menos 90 s.'],
    retry: 'Con Session-Expires no menor que Min-SE.',
  },
  '423': {
    means: 'El cliente pidió una vigencia más corta de la que acepta el servidor.',
    usually: [
      'Un teléfono se registra cada 30 a 60 s para mantener su entrada de NAT, y el servidor de registro exige intervalos más largos.',
      'Una suscripción pide una vigencia muy corta.',
    ],
    fix: [
      'Pida al menos los segundos que indica Min-Expires, y contra el NAT use keep-alives.',
      'Baje el mínimo si se necesitan vigencias cortas; no se pueden rechazar peticiones de 3600 s o más.',
    ],
    noFaultWhen: 'El cliente lo intenta de nuevo con una vigencia más larga y tiene éxito.',
    methods: {
      REGISTER: 'El registro caducaría demasiado pronto para el servidor de registro.',
      SUBSCRIBE: 'La suscripción caducaría demasiado pronto para el servidor.',
      PUBLISH: 'La publicación caducaría demasiado pronto para el servidor.',
    },
    headers: ['La vigencia más corta que acepta el servidor.'],
    retry: 'Con una caducidad no menor que Min-Expires.',
  },
  '424': {
    means: 'La ubicación que venía con la petición no se puede usar.',
    usually: [
      'El documento de ubicación está mal formado o es demasiado antiguo.',
      'La ubicación se da como un enlace que el servidor no puede descargar.',
    ],
    fix: [
      'Envíe una ubicación correcta; Geolocation-Error dice qué tiene de malo esta.',
      'Haga que el servidor de ubicación sea alcanzable para quien tiene que leer el enlace.',
    ],
    headers: ['Dice qué tiene de malo la ubicación.'],
    retry: 'Con una ubicación corregida; una llamada de emergencia, de inmediato.',
  },
  '425': {
    means: 'La alerta de emergencia que venía con la petición no se puede usar.',
    usually: ['Un sensor o una pasarela envía un documento de alerta incompleto o mal formado.'],
    fix: ['Corrija el documento de alerta; AlertMsg-Error dice qué tiene de malo.'],
    headers: ['Dice qué tiene de malo la alerta.'],
    retry: 'Con una alerta corregida.',
  },
  '428': {
    means: 'El servidor solo acepta llamadas cuyo número llamante esté firmado, y este no lo está.',
    usually: [
      'El operador del llamante no firma las llamadas.',
      'Un servidor del camino quitó la cabecera Identity, por ejemplo para que el mensaje no crezca.',
    ],
    fix: ['Firme el número llamante donde la llamada entra en la red.', 'Pase la cabecera Identity sin cambios.'],
    retry: 'Con una cabecera Identity.',
  },
  '429': {
    means: 'El destino de una transferencia quiere una prueba de quién la pidió.',
    usually: ['Una transferencia va a un destino que exige un token Referred-By firmado.'],
    fix: [
      'Envíe el REFER de nuevo con un token Referred-By.',
      'Retire la exigencia si las transferencias sin prueba son aceptables.',
    ],
    noFaultWhen: 'El REFER se repite con un token y tiene éxito.',
    retry: 'Una vez, con un token Referred-By.',
  },
  '430': {
    means:
      'La conexión por la que se había registrado el teléfono ya no existe. Un proxy se lo dice a otro; los teléfonos no deberían verlo nunca.',
    usually: [
      'La conexión TCP o TLS del teléfono se cerró.',
      'La entrada de NAT del teléfono venció entre dos keep-alives.',
    ],
    fix: [
      'Pruebe otra conexión del mismo dispositivo, y no pase el 430 al llamante.',
      'Envíe keep-alives más a menudo, y regístrese de nuevo cuando se rompa la conexión.',
    ],
    noFaultWhen: 'Después el proxy llega al dispositivo por otra conexión.',
    retry: 'Por parte del proxy, a través de otra conexión del dispositivo.',
  },
  '433': {
    means: 'El llamado no acepta llamadas de quien oculta su número.',
    usually: ['El llamado tiene activado el rechazo de llamadas anónimas.'],
    fix: ['Llame de nuevo sin ocultar el número, si es aceptable.'],
    noFaultWhen: 'El llamante ocultó el número a propósito: la función hace su trabajo.',
    methods: {
      MESSAGE: 'El destinatario no acepta mensajes de remitentes que ocultan quiénes son.',
    },
    retry: 'Sin anonimato, y solo si el usuario está de acuerdo.',
  },
  '436': {
    means:
      'El número llamante está firmado, pero no se puede descargar el certificado necesario para comprobar la firma.',
    usually: [
      'La dirección del certificado en la cabecera Identity es incorrecta o no es alcanzable.',
      'Un firewall impide que el servidor verificador descargue certificados.',
    ],
    fix: [
      'Publique el certificado en la dirección que indica la cabecera Identity.',
      'Compruebe que el servidor verificador puede descargar certificados por HTTPS.',
    ],
    retry: 'Después de corregir la dirección del certificado.',
  },
  '437': {
    means: 'El número llamante está firmado, pero el servidor no confía en el certificado o no lo admite.',
    usually: [
      'El certificado viene de una autoridad en la que el servidor no confía, o es un certificado de prueba.',
      'La firma usa un algoritmo que el servidor no admite.',
    ],
    fix: [
      'Firme con un certificado de una autoridad que la otra red acepte.',
      'Actualice la lista de autoridades de confianza.',
    ],
    retry: 'Solo con otro certificado.',
  },
  '438': {
    means: 'La firma del número llamante no concuerda con la petición.',
    usually: [
      'Un servidor cambió el número llamante o llamado, o la fecha, después de que se firmara.',
      'La cabecera Identity se cortó o se dañó por el camino.',
      'Los números se escriben de forma distinta en el lado que firma y en el que comprueba.',
    ],
    fix: [
      'Deje From, To, P-Asserted-Identity y Date tal como se firmaron.',
      'Firme después del último cambio de los números, en su forma internacional.',
    ],
    retry: 'Como mucho una vez, con la forma completa de la firma.',
  },
  '439': {
    means:
      'El teléfono quiere registrarse por una conexión que se mantiene abierta, pero el primer proxy de su camino no sabe hacerlo.',
    usually: ['El proxy o SBC situado delante del servidor de registro no añade un Path con el parámetro ob.'],
    fix: ['Active outbound y Path en el primer proxy.', 'Regístrese sin outbound, o a través de otro proxy.'],
    noFaultWhen: 'Después el teléfono se registra sin outbound.',
    methods: {
      REGISTER: 'El registro se rechaza tal como está. Ningún otro método puede recibir este código.',
    },
    retry: 'Sin outbound, o a través de otro proxy.',
  },
  '440': {
    means: 'La llamada iba a sonar en más lugares a la vez de los que permite la petición.',
    usually: [
      'Varios proxies, cada uno con un grupo de timbre grande, multiplican el número de ramas.',
      'Bucles de desvío entre grupos de timbre multiplican la llamada.',
    ],
    fix: ['Haga sonar menos dispositivos a la vez o uno tras otro, y busque bucles entre grupos.'],
    retry: 'No antes de cambiar los grupos.',
  },
  '469': {
    means: 'Un INFO llevaba un tipo de datos que el otro lado no dijo que quisiera. La llamada en sí continúa.',
    usually: ['El emisor usa un Info-Package que no figura en el Recv-Info del otro lado.'],
    fix: [
      'Envíe solo paquetes que figuren en el Recv-Info del otro lado.',
      'Incluya el paquete en Recv-Info si se admite.',
    ],
    noFaultWhen: 'El emisor puede prescindir de los datos: la llamada no se ve afectada.',
    headers: ['Enumera los paquetes que acepta el otro lado.'],
    retry: 'Solo con un paquete que figure en Recv-Info.',
  },
  '470': {
    means:
      'Un servidor que reenvía peticiones a una lista de personas no puede hacerlo, porque algunas no han dado su consentimiento.',
    usually: ['Un mensaje o una llamada de grupo nombra destinatarios que no dieron permiso.'],
    fix: ['Pida permiso a los destinatarios que nombra Permission-Missing.'],
    headers: ['Nombra a los destinatarios que no han dado su consentimiento.'],
    retry: 'Cuando los destinatarios hayan dado su consentimiento.',
  },
  '480': {
    means:
      'El llamado es conocido, pero ahora no puede atender la llamada: no está registrado, no contesta o no quiere que le molesten.',
    usually: [
      'El teléfono del llamado no está registrado, o su registro ha caducado.',
      'Nadie descolgó dentro del tiempo que permite el servidor.',
      'Está activado «no molestar».',
      'Un teléfono móvil está apagado o fuera de cobertura.',
    ],
    fix: [
      'Compruebe que el teléfono está registrado y sigue registrado; desactive «no molestar».',
      'Configure buzón de voz o desvío para cuando nadie conteste.',
      'Llame de nuevo más tarde.',
    ],
    noFaultWhen: 'Nadie descolgó, o el llamado no quiere que le molesten.',
    methods: {
      OPTIONS: 'El extremo que respondió está activo; la dirección por la que se preguntó no es alcanzable ahora.',
      REFER: 'El otro lado no puede llevar a cabo la transferencia ahora.',
      SUBSCRIBE: 'Nadie puede dar el estado ahora, porque el dispositivo al que se preguntó no es alcanzable.',
      MESSAGE: 'El mensaje no se pudo entregar, porque el destinatario no es alcanzable ahora.',
    },
    headers: [
      'Cuándo tiene sentido llamar de nuevo.',
      'Los códigos 380 y 381 dicen que la llamada la rechazó una regla sobre SIPS, y no el llamado.',
    ],
    retry: 'Más tarde; después de Retry-After, si está.',
  },
  '481': {
    means: 'La petición pertenece a una llamada o transacción que el receptor no conoce, o ya no conoce.',
    usually: [
      'La llamada o la suscripción ya terminó en el receptor.',
      'El receptor se reinició, o la petición llegó a otro nodo del clúster.',
      'Los tags o el Call-ID de la petición difieren de los de la llamada.',
      'Un CANCEL llegó después de la respuesta final, o con un branch distinto del de su INVITE.',
    ],
    fix: [
      'Dé la llamada por terminada; compare el Call-ID y los dos tags con los de su establecimiento.',
      'Encamine todas las peticiones de una llamada al mismo nodo, o comparta las llamadas entre los nodos.',
    ],
    noFaultWhen: 'Un CANCEL llegó demasiado tarde, o ambos lados colgaron en el mismo momento.',
    methods: {
      BYE: 'Para el receptor la llamada ya había terminado. El emisor también la termina, así que nadie lo nota.',
      CANCEL: 'Ya no había nada que cancelar: el INVITE ya tenía su respuesta final, o el branch no coincide.',
      INVITE: 'La llamada que se quería cambiar, o sustituir mediante Replaces, no existe en el receptor.',
      NOTIFY: 'El receptor no tiene tal suscripción; el notificador la elimina.',
      SUBSCRIBE: 'La suscripción que se quería renovar ya no existe; el cliente tiene que suscribirse de nuevo.',
      PRACK: 'Ninguna respuesta provisional espera esta confirmación: RAck no coincide con ninguna.',
      REFER: 'La llamada que se quería transferir no existe en el receptor.',
      INFO: 'La llamada a la que pertenecen los datos no existe en el receptor.',
      UPDATE: 'La llamada que se quería cambiar no existe en el receptor.',
    },
    retry: 'No en este diálogo.',
  },
  '482': {
    means:
      'La petición volvió a un servidor que ya la había tratado, o llegó dos veces al mismo teléfono por dos caminos.',
    usually: [
      'Dos proxies se envían la llamada el uno al otro.',
      'Un usuario desvía sus llamadas a una dirección que las desvía de vuelta.',
      'La llamada se bifurcó por el camino y dos ramas terminan en el mismo teléfono.',
    ],
    fix: ['Siga la lista de Via: el host que aparece dos veces tiene mal la ruta o el desvío.'],
    noFaultWhen: 'Dos ramas de una llamada bifurcada se encontraron en un teléfono y la otra rama tuvo éxito.',
    retry: 'No antes de eliminar el bucle.',
  },
  '483': {
    means: 'La petición pasó por más servidores de los permitidos. Casi siempre da vueltas en círculo.',
    usually: [
      'Un bucle de encaminamiento entre proxies o centralitas agota Max-Forwards.',
      'El emisor empieza con un Max-Forwards muy pequeño.',
    ],
    fix: ['Siga la lista de Via hasta los hosts que se repiten, y corrija sus rutas.', 'Empiece con Max-Forwards: 70.'],
    noFaultWhen: 'Alguien cuenta los saltos a propósito con valores pequeños de Max-Forwards.',
    methods: {
      OPTIONS: 'A menudo es deliberado: OPTIONS con un Max-Forwards pequeño muestra el camino salto a salto.',
    },
    retry: 'No antes de eliminar el bucle.',
  },
  '484': {
    means: 'El número marcado es demasiado corto: faltan dígitos.',
    usually: [
      'Al número le falta el prefijo de zona o el código de país.',
      'El teléfono envía los dígitos a medida que se marcan, y seguirán más.',
    ],
    fix: [
      'Marque el número completo, o haga que el teléfono espere a que termine la marcación.',
      'Revise las longitudes de número en el plan de marcación.',
    ],
    noFaultWhen: 'El teléfono envía los dígitos a medida que se marcan, y sigue un número más largo.',
    retry: 'Con más dígitos.',
  },
  '485': {
    means: 'La dirección corresponde a más de un usuario.',
    usually: ['Se llamó a un nombre en lugar de a un número, y varios usuarios comparten ese nombre.'],
    fix: ['Llame a una de las direcciones que enumera Contact, o a una dirección completa.'],
    noFaultWhen: 'Después el llamante llama a una de las direcciones enumeradas.',
    headers: ['Enumera los usuarios a los que puede referirse la dirección.'],
    retry: 'Con una de las direcciones enumeradas.',
  },
  '486': {
    means:
      'La llamada llegó al llamado, pero este dispositivo está ocupado o no admite otra llamada. Otro dispositivo del mismo usuario aún puede contestar.',
    usually: [
      'El llamado está hablando y no tiene llamada en espera.',
      'El llamado pulsó rechazar, o está activado «no molestar»: muchos teléfonos envían entonces 486.',
      'Una pasarela o una troncal no tiene canal libre y lo llama ocupado.',
    ],
    fix: [
      'Active la llamada en espera o el desvío por ocupado, si han de entrar más llamadas.',
      'Si ocurre con un teléfono libre, revise el límite de canales del equipo que lo envió.',
    ],
    noFaultWhen: 'El llamado está hablando de verdad o no quiere la llamada.',
    headers: ['Cuándo tiene sentido llamar de nuevo.'],
    retry: 'Más tarde; después de Retry-After, si está.',
  },
  '487': {
    means: 'El intento de llamada terminó antes de que nadie contestara. Es el final normal de un INVITE cancelado.',
    usually: [
      'El llamante colgó mientras el teléfono aún sonaba.',
      'La llamada se contestó en otro dispositivo, así que se cancelaron los demás.',
      'Un servidor dejó de llamar al cumplirse su propio límite de tiempo.',
    ],
    fix: [],
    noFaultWhen: 'Antes hubo un CANCEL, un BYE o venció el Expires del INVITE.',
    methods: {
      CANCEL: 'Un CANCEL nunca se responde con 487: este código corresponde al INVITE que se canceló.',
    },
    retry: 'No hay nada que repetir.',
  },
  '488': {
    means: 'Se llegó al llamado, pero no puede usar los medios que ofrece el llamante.',
    usually: [
      'Los dos lados no tienen ningún códec en común.',
      'Un lado insiste en medios cifrados y el otro los ofrece sin cifrar, o al revés.',
      'La oferta usa algo de lo que el dispositivo carece: fax por T.38, vídeo, WebRTC o direcciones IPv6.',
      'El SDP se dañó por el camino, o está mal formado.',
    ],
    fix: [
      'Ofrezca códecs, cifrado y familia de direcciones que el llamado admita; Warning puede nombrar el problema.',
      'Active el códec o el cifrado que ofrece el llamante.',
      'Haga que un servidor de medios o un SBC intermedio convierta, si ninguno de los lados puede cambiar.',
    ],
    noFaultWhen: 'Rechaza un cambio dentro de una llamada, como fax o vídeo, y la llamada continúa como antes.',
    methods: {
      INVITE:
        'Una llamada nueva no se establece. Dentro de una llamada solo se rechaza el cambio, y la llamada continúa como antes.',
      UPDATE: 'Se rechaza el cambio en la llamada; la llamada continúa como antes.',
    },
    headers: ['Nombra lo que no encaja en la oferta.', 'Un cuerpo SDP puede describir lo que sí funcionaría.'],
    retry: 'Con otra oferta.',
  },
  '489': {
    means: 'El servidor no ofrece el tipo de estado del que trata la petición.',
    usually: [
      'Un teléfono pide una función que el servidor no tiene, como teclas BLF, presencia o aviso de mensajes.',
      'El servidor envía un NOTIFY con un evento que el teléfono no conoce.',
      'Falta la cabecera Event o está mal escrita; los nombres de eventos distinguen mayúsculas y minúsculas.',
    ],
    fix: [
      'Pida solo eventos que figuren en Allow-Events, o desactive la función en el teléfono.',
      'Active la función en el servidor si debe funcionar.',
    ],
    noFaultWhen: 'El teléfono solo prueba qué funciones tiene el servidor.',
    methods: {
      SUBSCRIBE:
        'El servidor no ofrece este evento; a menudo es una función que el teléfono tiene activada y el servidor no tiene.',
      NOTIFY: 'El dispositivo no conoce este evento; a menudo recibió una notificación que nunca pidió.',
      PUBLISH: 'El servidor no guarda este tipo de estado.',
    },
    headers: ['Enumera los eventos que sí funcionarían; en respuesta a PUBLISH es obligatoria (RFC 3903 §11).'],
    retry: 'Solo con otro evento.',
  },
  '491': {
    means:
      'Ambos lados intentaron cambiar la llamada en el mismo momento. Cada uno tiene que esperar un poco e intentarlo de nuevo.',
    usually: [
      'Ambos lados refrescan la sesión, retienen o recuperan la llamada al mismo tiempo.',
      'Ambos lados cambian de códec, o pasan a fax, en cuanto se contesta la llamada.',
    ],
    fix: [
      'Espere un tiempo aleatorio antes de intentarlo de nuevo: de 2.1 a 4 s el lado que creó el Call-ID, hasta 2 s el otro.',
      'Si se repite, haga que solo uno de los lados refresque la sesión.',
    ],
    noFaultWhen: 'Uno de los dos tiene éxito en el siguiente intento.',
    methods: {
      INVITE: 'El otro lado tiene en curso un INVITE propio dentro de esta llamada.',
      UPDATE: 'El otro lado ha hecho una oferta que aún no está contestada.',
    },
    retry: 'Tras 2.1 a 4 s el lado que creó el Call-ID, tras 0 a 2 s el otro.',
  },
  '493': {
    means: 'El cuerpo está cifrado, y el receptor no tiene la clave para leerlo.',
    usually: ['El emisor cifró con S/MIME para un certificado que el receptor no tiene.'],
    fix: ['Cifre para el certificado que el receptor usa realmente; la respuesta puede traerlo.'],
    headers: ['Un cuerpo puede traer el certificado para el que hay que cifrar.'],
    retry: 'Una vez, con el certificado correcto.',
  },
  '494': {
    means: 'El cliente y el servidor tienen que acordar antes cómo proteger su conexión, y no lo han hecho.',
    usually: [
      'Una red móvil pide un acuerdo de seguridad como primer paso de un registro.',
      'El Security-Verify del cliente no es una copia exacta de lo que ofreció el servidor.',
    ],
    fix: [
      'Elija un mecanismo de Security-Server y repita esa lista sin cambios en Security-Verify.',
      'Deje las cabeceras Security tal como están.',
    ],
    noFaultWhen: 'Es el primer paso de un acuerdo que después tiene éxito.',
    headers: [
      'Enumera los mecanismos que ofrece el servidor.',
      'Nombra sec-agree, cuando es el servidor quien inicia el acuerdo.',
    ],
    retry: 'Con Security-Client y Security-Verify.',
  },
};
