import { hashedName } from '../../base/content-hash';
import type { Manifest } from '../../base/manifest';
import { type EmitDocuments, jsonBytes, splitDocuments } from '../../base/yaml-documents';
import type { RenderContext } from '../../cluster/render/context';
import { CLUSTER_LABEL, metadata } from '../../cluster/render/metadata';
import type { ClusterResourceSetSpec } from '../../schema/generated/addons-v1beta2.shapes.generated';
import { RESOURCE_SET_SECRET_TYPE } from '../../secrets/model/cluster-secret';
import { secretData } from '../../secrets/render/secret-data';
import type { AddonModel, AddonPayload } from '../model/addon';
import {
  type Encoding,
  entryText,
  LONGEST_ESCAPE,
  MOST_VALUE_BYTES,
  textPieces,
} from './payload-texts';

/** Maximum number of resources in one ClusterResourceSet. */
const MOST_RESOURCES = 100;

/** Space reserved for the key of a value, in bytes. */
const KEY_BYTES = 300;
const KEY_STEP = 10;
/** Indentation of each line of a text embedded in an object. */
const INDENT_BYTES = 4;

/** Document of an addon that is too large to deliver in one object. */
export interface OversizedDocument {
  /** Key of the entry with the document, or kind and name of a document embedded in one of its objects. */
  readonly entry: string;
  /** Size of the document as it would be delivered, in bytes. */
  readonly bytes: number;
  /** Maximum size that can be delivered, in bytes. */
  readonly limit: number;
}

/** ClusterResourceSets of an addon, and the resources that they name. */
export interface RenderedResourceSets {
  /** ClusterResourceSets; those after the first hold the resources that do not fit into it. */
  readonly sets: readonly Manifest[];
  /** ConfigMaps and Secrets in the order in which they are applied. */
  readonly resources: readonly DeliveredResource[];
}

/** ConfigMap or Secret that a ClusterResourceSet names. */
export interface DeliveredResource {
  /** Object itself; absent for an existing Secret. */
  readonly object?: Manifest;
  /** Kind of the resource. */
  readonly kind: 'ConfigMap' | 'Secret';
  /** Name of the resource. */
  readonly name: string;
  /** Name without a hash at its end. */
  readonly plainName: string;
}

interface Value {
  readonly key: string;
  readonly text: string;
}

/** Renders the ClusterResourceSets of an addon with all that they deliver. */
export function renderResourceSets(
  context: RenderContext,
  addon: AddonModel,
  emitDocuments: EmitDocuments,
): RenderedResourceSets {
  const base = `${context.cluster.name}-${addon.name}`;
  const resources = addon.payload.flatMap((payload) =>
    payloadResources(context, base, payload, emitDocuments),
  );
  const sets: Manifest[] = [];
  for (let start = 0; start < resources.length; start += MOST_RESOURCES) {
    const name = numbered(base, start / MOST_RESOURCES);
    sets.push(resourceSet(context, name, addon, resources.slice(start, start + MOST_RESOURCES)));
  }
  return { sets, resources };
}

/** Finds the documents of an addon that are too large even after splitting. */
export function oversizedDocuments(
  addon: AddonModel,
  emitDocuments: EmitDocuments,
): readonly OversizedDocument[] {
  const found = oversizedCarried(addon);
  if (found.length > 0) return found;
  for (const payload of addon.payload) {
    if (payload.kind === 'existingSecret') continue;
    for (const entry of payload.entries) {
      const text = entryText(entry, emitDocuments);
      if (fitsSurely([{ key: entry.key, text }])) continue;
      for (const { bytes } of textPieces(text, encodingOf(payload))) {
        if (bytes > MOST_VALUE_BYTES)
          found.push({ entry: entry.key, bytes, limit: MOST_VALUE_BYTES });
      }
    }
  }
  return found;
}

/** Finds embedded documents that are too large for any object. */
function oversizedCarried({ carriedTexts = [] }: AddonModel): OversizedDocument[] {
  const found: OversizedDocument[] = [];
  for (const text of carriedTexts) {
    if (text.length * LONGEST_ESCAPE <= MOST_VALUE_BYTES) continue;
    for (const document of splitDocuments(text)) {
      const bytes = jsonBytes(document) + INDENT_BYTES * document.split('\n').length;
      if (bytes <= MOST_VALUE_BYTES) continue;
      found.push({ entry: titleOf(document), bytes, limit: MOST_VALUE_BYTES });
    }
  }
  return found;
}

function titleOf(document: string): string {
  const kind = /^kind:[ \t]+(\S+)/m.exec(document)?.[1];
  const name = /^metadata:[ \t]*\n(?:[ \t].*\n)*?[ \t]{1,4}name:[ \t]+(\S+)/m.exec(document)?.[1];
  return kind === undefined || name === undefined ? 'manifest' : `${kind} ${name}`;
}

function resourceSet(
  { cluster, apiVersions }: RenderContext,
  name: string,
  addon: AddonModel,
  resources: readonly DeliveredResource[],
): Manifest {
  return {
    apiVersion: apiVersions.addons,
    kind: 'ClusterResourceSet',
    metadata: metadata(cluster, name, {}),
    spec: {
      strategy: addon.delivery.strategy,
      clusterSelector: { matchLabels: { [CLUSTER_LABEL]: cluster.name } },
      resources: resources.map((resource) => ({ kind: resource.kind, name: resource.name })),
    } satisfies ClusterResourceSetSpec,
  };
}

function payloadResources(
  context: RenderContext,
  base: string,
  payload: AddonPayload,
  emitDocuments: EmitDocuments,
): DeliveredResource[] {
  if (payload.kind === 'existingSecret') {
    const { secretName } = payload;
    return [{ kind: 'Secret', name: secretName, plainName: secretName }];
  }
  const name = payload.suffix === '' ? base : `${base}-${payload.suffix}`;
  const values = payload.entries.map((entry) => ({
    key: entry.key,
    text: entryText(entry, emitDocuments),
  }));
  return pack(values, encodingOf(payload)).map((packed, index) => {
    const plainName = numbered(name, index);
    const object = carrier(context, plainName, payload, packed);
    return { object, kind: object.kind, name: object.metadata.name, plainName };
  });
}

/** Distributes values over as few objects as possible, in order. */
function pack(values: readonly Value[], encoding: Encoding): readonly (readonly Value[])[] {
  if (values.length > 0 && fitsSurely(values)) return [values];
  const packed: Value[][] = [];
  let room = 0;
  for (const { key, text } of values) {
    for (const piece of textPieces(text, encoding)) {
      const bytes = piece.bytes + KEY_BYTES;
      if (packed.length === 0 || bytes > room) {
        packed.push([]);
        room = MOST_VALUE_BYTES;
      }
      packed.at(-1)?.push({ key, text: piece.text });
      room -= bytes;
    }
  }
  return packed;
}

function fitsSurely(values: readonly Value[]): boolean {
  let most = 0;
  for (const { text } of values) most += text.length * LONGEST_ESCAPE + KEY_BYTES;
  return most <= MOST_VALUE_BYTES;
}

function carrier(
  { cluster }: RenderContext,
  base: string,
  payload: Exclude<AddonPayload, { kind: 'existingSecret' }>,
  values: readonly Value[],
): Manifest & { readonly kind: 'ConfigMap' | 'Secret' } {
  const texts = keyedTexts(values);
  if (payload.kind === 'secret') {
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata(cluster, base, {}),
      type: RESOURCE_SET_SECRET_TYPE,
      data: secretData(texts),
    };
  }
  const name = payload.hashed === true ? hashedName(base, texts) : base;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(cluster, name, {}),
    data: texts,
  };
}

/** Puts texts under keys whose alphabetical order is the order of the values. */
function keyedTexts(values: readonly Value[]): Readonly<Record<string, string>> {
  const width = Math.max(2, String((values.length - 1) * KEY_STEP).length);
  const texts: Record<string, string> = {};
  values.forEach(({ key, text }, index) => {
    texts[`${String(index * KEY_STEP).padStart(width, '0')}-${key}.yaml`] = text;
  });
  return texts;
}

function encodingOf(payload: AddonPayload): Encoding {
  return payload.kind === 'configMap' ? 'json' : 'base64';
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
