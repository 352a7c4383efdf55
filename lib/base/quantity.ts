const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** Bytes in a mebibyte. */
export const MEBIBYTE = 2 ** 20;

/** Bytes in a gibibyte. */
export const GIBIBYTE = 2 ** 30;

/** Parses a Kubernetes quantity to bytes; undefined if the text is not a quantity. */
export function tryParseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([kMGTP]|[KMGTP]i)?$/.exec(text);
  if (match === null) return undefined;
  const factor = SUFFIXES[match[2] ?? ''];
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

/** Formats bytes as gibibytes if they are whole, otherwise as mebibytes. */
export function formatBytes(bytes: number): string {
  if (bytes % GIBIBYTE === 0) return `${bytes / GIBIBYTE}Gi`;
  return `${Math.floor(bytes / MEBIBYTE)}Mi`;
}
