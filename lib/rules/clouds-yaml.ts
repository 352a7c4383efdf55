import { isMap, loadYaml } from './load-yaml';

/** Entries of a clouds.yaml, or what is wrong with it. */
export type CloudsYaml = { readonly names: readonly string[] } | { readonly mistake: string };

const KEPT = 8;
const read = new Map<string, CloudsYaml>();

/** Finds the entries of a clouds.yaml. Nothing of the text but their names is in the result. */
export function readClouds(text: string): CloudsYaml {
  const known = read.get(text);
  if (known !== undefined) return known;
  const clouds = parse(text);
  if (read.size >= KEPT) read.clear();
  read.set(text, clouds);
  return clouds;
}

function parse(text: string): CloudsYaml {
  const loaded = loadYaml(text);
  if ('reason' in loaded) {
    return {
      mistake: loaded.line === undefined ? 'it is not YAML' : `line ${loaded.line} is not YAML`,
    };
  }
  const [root] = loaded.documents;
  const clouds = isMap(root) ? root.clouds : undefined;
  if (!isMap(clouds)) return { mistake: 'there is no map "clouds" in it' };
  const names = Object.keys(clouds);
  return names.length === 0 ? { mistake: '"clouds" is empty' } : { names };
}
