import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** Kubernetes object, as far as tests look into it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template?: { readonly spec: PodSpec } };
}

/** Pod, as far as tests look into it. */
export interface PodSpec {
  readonly tolerations?: readonly object[];
  readonly [field: string]: unknown;
}

/** Objects of a manifest file. */
export function objectsOf(file: string): KubernetesObject[] {
  return parse(readFileSync(file, 'utf8'), file);
}

/** Objects that the ConfigMaps of a manifest file carry into the workload cluster. */
export function payloadOf(file: string): KubernetesObject[] {
  const carriers = objectsOf(file).filter(({ kind }) => kind === 'ConfigMap');
  return carriers.flatMap(({ data = {} }) =>
    Object.values(data).flatMap((text) => parse(text, file)),
  );
}

function parse(text: string, place: string): KubernetesObject[] {
  return parseAllDocuments(text).map((document) => {
    assert.ok('contents' in document, `${place} has a document`);
    assert.deepEqual(document.errors, [], place);
    return document.toJS() as KubernetesObject;
  });
}
