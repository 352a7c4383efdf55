import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import type { Manifest } from '../../base/manifest';
import { type EmitDocuments, splitDocuments } from '../../base/yaml-documents';
import type { AddonModel, PayloadEntry } from '../model/addon';

/** Changes one object; returns the same object if nothing changes. */
export type ChangeObject = (object: Manifest) => Manifest;

/** Returns the objects that an addon delivers into its cluster, in order; those of an existing Secret are not known. */
export function deliveredObjects(addon: Pick<AddonModel, 'payload'>): readonly Manifest[] {
  const found: Manifest[] = [];
  withDelivered(addon, noText, (object) => {
    found.push(object);
    return object;
  });
  return found;
}

/** Returns an addon whose delivered objects are changed; texts keep the documents that do not change. */
export function withDelivered<A extends Pick<AddonModel, 'payload'>>(
  addon: A,
  emitDocuments: EmitDocuments,
  change: ChangeObject,
): A {
  const payload = addon.payload.map((one) => {
    if (one.kind === 'existingSecret') return one;
    const entries = changedList(one.entries, (entry) => changedEntry(entry, emitDocuments, change));
    return entries === one.entries ? one : { ...one, entries };
  });
  return { ...addon, payload };
}

/** Returns the key of a delivered object among the objects of its cluster. */
export function deliveredKey(addon: string, { kind, metadata }: Manifest): string {
  return `delivered/${addon}/${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}

function changedEntry(
  entry: PayloadEntry,
  emitDocuments: EmitDocuments,
  change: ChangeObject,
): PayloadEntry {
  const { documents } = entry;
  const changed =
    typeof documents === 'string'
      ? changedDocuments(documents, emitDocuments, change)
      : changedList(documents, change);
  return changed === documents ? entry : { ...entry, documents: changed };
}

function changedDocuments(
  text: string,
  emitDocuments: EmitDocuments,
  change: ChangeObject,
): string {
  return splitDocuments(text)
    .map((document) => changedDocument(document, emitDocuments, change))
    .join('');
}

/** Returns a YAML document with its object changed; other documents stay as they are. */
function changedDocument(text: string, emitDocuments: EmitDocuments, change: ChangeObject): string {
  const loaded = loadYaml(text);
  const [object, ...others] = 'documents' in loaded ? loaded.documents : [];
  if (!isManifest(object) || others.length > 0) return text;
  const changed = change(object);
  return changed === object ? text : `---\n${emitDocuments([changed])}`;
}

function changedList<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

function isManifest(value: unknown): value is Manifest {
  return isMap(value) && typeof value.kind === 'string' && isMap(value.metadata);
}

function noText(): string {
  return '';
}
