import { type Fix, write } from '../../base/fix';

/** Says how a quantity is written in binary units, or what else to do where that cannot be told. */
export function binaryFix(text: string, unit: 'Mi' | 'Gi', otherwise: Fix): Fix {
  const match = /^\s*(\d+)\s*([kKmMgGtT])(i?b|iB|B)?\s*$/.exec(text);
  if (match === null) return /^\d+$/.test(text) ? write(`${text}${unit}`) : otherwise;
  return write(`${match[1]}${match[2]?.toUpperCase()}i`);
}
