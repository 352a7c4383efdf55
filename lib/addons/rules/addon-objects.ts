import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import { remembered } from '../../base/remembered';
import type { AddonModel } from '../model/addon';

const KEPT = 64;

/** Finder of the objects of certain kinds in an addon, including its embedded texts. */
export type ObjectFinder = (addon: AddonModel) => readonly Fields[];

/** Creates a finder of objects of certain kinds; each text is read once. */
export function objectFinder(kinds: readonly string[]): ObjectFinder {
  const named = new RegExp(
    `(^|[{,])[ \\t]*["']?kind["']?[ \\t]*:[ \\t]*["']?(${kinds.join('|')})\\b`,
    'm',
  );
  const ofKinds = (object: unknown): object is Fields =>
    isMap(object) && typeof object.kind === 'string' && kinds.includes(object.kind);
  const inText = remembered(KEPT, (text) =>
    text.split(/^---.*$/m).flatMap((document) => {
      if (!named.test(document)) return [];
      const loaded = loadYaml(document);
      return 'documents' in loaded ? loaded.documents.filter(ofKinds) : [];
    }),
  );
  return ({ payload, carriedTexts = [] }) => {
    const found = carriedTexts.flatMap(inText);
    for (const one of payload) {
      if (one.kind === 'existingSecret') continue;
      for (const { documents } of one.entries) {
        found.push(
          ...(typeof documents === 'string' ? inText(documents) : documents.filter(ofKinds)),
        );
      }
    }
    return found;
  };
}
