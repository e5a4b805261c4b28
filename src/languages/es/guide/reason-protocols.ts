// Spanish of the protocols of Reason.
import type { Guide } from '../../guide.ts';

/** Protocol → its words. */
export const reasonProtocols: Guide['reasonProtocols'] = {
  SIP: {
    cause: 'Un código de estado de SIP.',
  },
  'Q.850': {
    cause: 'Una causa de ITU-T Q.850, de la red telefónica.',
  },
  Preemption: {
    cause: 'Por qué se cortó una llamada en favor de otra más importante.',
    causes: {
      '1': 'El agente de usuario cortó la llamada por otra de mayor prioridad.',
      '2': 'La red recuperó recursos que había reservado para la llamada.',
      '3': 'La llamada se cortó por otra de mayor prioridad, sin más detalle.',
      '4': 'La llamada se cortó por otra de mayor prioridad en una red que no es IP.',
    },
  },
  STIR: {
    cause: 'Qué tenía de malo la firma del número llamante.',
    causes: {
      '403': 'La firma es demasiado antigua.',
      '428': 'La llamada no está firmada.',
      '436': 'No se pudo descargar el certificado.',
      '437': 'El certificado no es de confianza o no se admite.',
      '438': 'La firma no concuerda con la petición.',
    },
  },
  RELEASE_CAUSE: {
    cause: 'Por qué un dispositivo móvil terminó la llamada.',
    causes: {
      '1': 'El usuario terminó la llamada.',
      '2': 'Dejó de llegar RTP o RTCP.',
      '3': 'Se perdió la portadora de los medios.',
      '4': 'El ACK no llegó a tiempo.',
      '5': 'Una respuesta no llegó a tiempo.',
      '6': 'La llamada tardó demasiado en establecerse.',
      '7': 'Falló la redirección de la llamada.',
    },
  },
  FAILURE_CAUSE: {
    cause: 'Por qué la red móvil terminó la llamada.',
    causes: {
      '1': 'Se perdió la portadora de los medios, o su calidad.',
      '2': 'Se liberó la portadora de la señalización.',
      '3': 'No se pudieron reservar los recursos para la llamada.',
    },
  },
  EMM: {
    cause: 'Una causa de la gestión de movilidad de LTE.',
  },
  ESM: {
    cause: 'Una causa de la gestión de sesiones de LTE.',
  },
  '5GMM': {
    cause: 'Una causa de la gestión de movilidad de 5G.',
  },
  '5GSM': {
    cause: 'Una causa de la gestión de sesiones de 5G.',
  },
  'S1AP-RNL': {
    cause: 'Una causa de la capa de red de radio de LTE.',
  },
  'S1AP-TL': {
    cause: 'Una causa de la capa de transporte de LTE.',
  },
  'S1AP-NAS': {
    cause: 'Una causa de la señalización de LTE entre el dispositivo y el núcleo.',
  },
  'S1AP-MISC': {
    cause: 'Una causa diversa del acceso radio de LTE.',
  },
  'S1AP-PROT': {
    cause: 'Una causa de protocolo del acceso radio de LTE.',
  },
  'NGAP-RNL': {
    cause: 'Una causa de la capa de red de radio de 5G.',
  },
  'NGAP-TL': {
    cause: 'Una causa de la capa de transporte de 5G.',
  },
  'NGAP-NAS': {
    cause: 'Una causa de la señalización de 5G entre el dispositivo y el núcleo.',
  },
  'NGAP-MISC': {
    cause: 'Una causa diversa del acceso radio de 5G.',
  },
  'NGAP-PROT': {
    cause: 'Una causa de protocolo del acceso radio de 5G.',
  },
  DIAMETER: {
    cause: 'Una causa de Diameter, para el acceso por Wi-Fi no confiable.',
  },
  IKEV2: {
    cause: 'Una causa de IKEv2, para el acceso por Wi-Fi.',
  },
};
