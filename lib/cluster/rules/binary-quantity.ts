import { type Fix, write } from '../../base/fix';

/** Returns the fix that writes a quantity in binary units, or another fix if its value is unclear. */
export function binaryFix(text: string, unit: 'Mi' | 'Gi', otherwise: Fix): Fix {
  const match = /^\s*(\d+)\s*([kKmMgGtT])(i?b|iB|B)?\s*$/.exec(text);
  if (match === null) return /^\d+$/.test(text) ? write(`${text}${unit}`) : otherwise;
  return write(`${match[1]}${match[2]?.toUpperCase()}i`);
}
