import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths';

/** Exported classes that have pages although they are not constructs themselves. */
const PARTS = ['Addon', 'CidrPlan'];

/** Returns the exported classes that have a page: constructs, addons and plans. */
export function constructClasses(): readonly string[] {
  const index = readFileSync(join(ROOT, 'constructs/index.ts'), 'utf8');
  const declared = readdirSync(join(ROOT, 'constructs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, 'constructs', file), 'utf8');
      return Array.from(
        text.matchAll(/^export class (\w+)[^{]*?\bextends (?:Construct|Chart|App)\b/gm),
        ([, name = '']) => name,
      );
    });
  return [...declared, ...PARTS].filter((name) => new RegExp(`\\b${name}\\b`).test(index)).sort();
}
