// Spanish of the Warning codes.
import type { Guide } from '../../guide.ts';

/** Code → its words. */
export const warnings: Guide['warnings'] = {
  '300': {
    means: 'El protocolo de red del SDP no se puede usar aquí.',
    look: 'Compare IN IP4 e IN IP6 en las líneas c= y o= de ambos lados.',
  },
  '301': {
    means: 'El tipo de dirección de red del SDP no se puede usar aquí.',
    look: 'Mire el tipo de dirección en las líneas c= y o=.',
  },
  '302': {
    means:
      'El transporte de medios del SDP no se puede usar aquí, por ejemplo medios cifrados donde se esperan sin cifrar.',
    look: 'Compare RTP/AVP, RTP/SAVP y UDP/TLS/RTP/SAVPF en las líneas m= de ambos lados.',
  },
  '303': {
    means: 'Un ancho de banda del SDP viene en una unidad que no se entiende.',
    look: 'Mire las líneas b=.',
  },
  '304': {
    means: 'Un tipo de medio del SDP, como vídeo o fax, no está disponible aquí.',
    look: 'Mire la primera palabra de cada línea m=.',
  },
  '305': {
    means: 'Ningún códec del SDP se puede usar aquí.',
    look: 'Compare los formatos de las líneas m= y las líneas a=rtpmap de ambos lados.',
  },
  '306': {
    means: 'Un atributo del SDP no se admite.',
    look: 'Mire las líneas a=.',
  },
  '307': {
    means: 'Otra cosa del SDP no se entiende.',
    look: 'Mire las líneas del SDP que no son m=, c=, b= ni a=.',
  },
  '308': {
    means: 'Los dos lados no tienen ningún idioma en común.',
    look: 'Compare hlang-send y hlang-recv en las líneas a= de ambos lados.',
  },
  '330': {
    means: 'La red del llamado no admite multidifusión (multicast).',
    look: 'Busque una dirección de multidifusión en las líneas c=.',
  },
  '331': {
    means: 'La red del llamado no admite unidifusión (unicast), normalmente por un firewall.',
    look: 'Mire el firewall del llamado.',
  },
  '370': {
    means: 'Los medios necesitan más ancho de banda del disponible.',
    look: 'Mire las líneas b=, y ofrezca menos medios o más pequeños.',
  },
  '380': {
    means: 'Se llamó a una dirección sips:, y al llamado solo se llega por sip:.',
    look: 'Mire el esquema de la Request-URI, y el Contact que registró el llamado.',
  },
  '381': {
    means: 'Se llamó a una dirección sip:, y al llamado solo se llega por sips:.',
    look: 'Mire el esquema de la Request-URI, y el Contact que registró el llamado.',
  },
  '399': {
    means: 'El texto de la advertencia va dirigido a personas; el software no debe actuar según él.',
    look: 'Lea el texto de la advertencia.',
  },
};
