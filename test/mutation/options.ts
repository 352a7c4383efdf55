import { parseArgs } from 'node:util';
import { KINDS, type Kind } from './mutants';

/** What to switch off. */
export interface MutationOptions {
  /** Kinds of mutants. */
  readonly kinds: readonly Kind[];
  /** Beginnings of the names of files; none for all files. */
  readonly prefixes: readonly string[];
}

/** Reads `--kinds rule,report` and beginnings of file names; throws on what it does not know. */
export function mutationOptions(args: readonly string[]): MutationOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { kinds: { type: 'string', default: KINDS.join(',') } },
    allowPositionals: true,
  });
  return { kinds: values.kinds.split(',').map(kindNamed), prefixes: positionals };
}

function kindNamed(word: string): Kind {
  const kind = KINDS.find((one) => one === word);
  if (kind !== undefined) return kind;
  throw new Error(`--kinds is ${JSON.stringify(word)}; use ${KINDS.join(', ')}, joined by commas`);
}
