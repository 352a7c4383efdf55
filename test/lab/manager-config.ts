import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/base/manifest';
import { at } from '../support/rendering';

/** Where a manager answers the API server. */
export interface WebhookAddress {
  /** Begin of its address. */
  readonly url: string;
  /** Certificate authority, in base64. */
  readonly caBundle: string;
}

/** Custom resource definitions of a manager, with the labels of its contract and its conversion. */
export function definitionsIn(config: string, webhook: WebhookAddress): readonly Manifest[] {
  const bases = join(config, 'crd/bases');
  const labels = contractLabels(join(config, 'crd/kustomization.yaml'));
  return readdirSync(bases).map((name) => {
    const definition: Manifest = parse(readFileSync(join(bases, name), 'utf8'));
    const metadata = { ...definition.metadata, labels };
    const versions = at(definition, ['spec', 'versions']);
    const served = Array.isArray(versions)
      ? versions.filter((version) => at(version, ['served']) === true)
      : [];
    if (served.length < 2) return { ...definition, metadata };
    const spec = { ...(at(definition, ['spec']) as object), conversion: conversionBy(webhook) };
    return { ...definition, metadata, spec };
  });
}

/** Webhook configurations of a manager, which has no service here but an address. */
export function webhooksIn(config: string, name: string, to: WebhookAddress): readonly Manifest[] {
  const file = join(config, 'webhook/manifests.yaml');
  if (!existsSync(file)) return [];
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    const { webhooks, ...rest }: Manifest & { webhooks: object[] } = document.toJS();
    const moved = webhooks.map((webhook) => {
      const path = String(at(webhook, ['clientConfig', 'service', 'path']));
      return { ...webhook, clientConfig: { url: to.url + path, caBundle: to.caBundle } };
    });
    return { ...rest, metadata: { name }, webhooks: moved };
  });
}

function conversionBy({ url, caBundle }: WebhookAddress): object {
  const clientConfig = { url: `${url}/convert`, caBundle };
  const conversionReviewVersions = ['v1', 'v1beta1'];
  return { strategy: 'Webhook', webhook: { conversionReviewVersions, clientConfig } };
}

/** Labels that say which API versions keep which contract. */
function contractLabels(kustomization: string): Readonly<Record<string, string>> {
  const labels = at(parse(readFileSync(kustomization, 'utf8')), ['labels']);
  const pairs = Array.isArray(labels) ? labels.map((label) => at(label, ['pairs'])) : [];
  return Object.assign({}, ...pairs);
}
