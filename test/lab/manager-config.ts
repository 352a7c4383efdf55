import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/base/manifest';
import { at } from '../support/rendering';
import type { ConfigFiles } from './config-files';

/** Where a manager answers the API server. */
export interface WebhookAddress {
  /** Begin of its address. */
  readonly url: string;
  /** Certificate authority, in base64. */
  readonly caBundle: string;
}

/**
 * Custom resource definitions of a release, with the labels of its contract.
 *
 * @param webhook Who converts between versions; nobody without it.
 */
export function definitionsIn(files: ConfigFiles, webhook?: WebhookAddress): readonly Manifest[] {
  const labels = contractLabels(files.kustomization);
  const names = readdirSync(files.bases).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => {
    const definition: Manifest = parse(readFileSync(join(files.bases, name), 'utf8'));
    const metadata = { ...definition.metadata, labels };
    if (webhook === undefined || servedVersions(definition) < 2) return { ...definition, metadata };
    const spec = { ...(at(definition, ['spec']) as object), conversion: conversionBy(webhook) };
    return { ...definition, metadata, spec };
  });
}

function servedVersions(definition: Manifest): number {
  const versions = at(definition, ['spec', 'versions']);
  if (!Array.isArray(versions)) return 0;
  return versions.filter((version) => at(version, ['served']) === true).length;
}

/** Webhook configurations of a manager, which has no service here but an address. */
export function webhooksIn(
  { webhooks: file }: ConfigFiles,
  name: string,
  to: WebhookAddress,
): readonly Manifest[] {
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

/** Labels that say which API versions keep which contract, in either of the ways that kustomize has for them. */
function contractLabels(file: string): Readonly<Record<string, string>> {
  const kustomization: unknown = parse(readFileSync(file, 'utf8'));
  const labels = at(kustomization, ['labels']);
  const pairs = Array.isArray(labels) ? labels.map((label) => at(label, ['pairs'])) : [];
  return Object.assign({}, at(kustomization, ['commonLabels']), ...pairs);
}
