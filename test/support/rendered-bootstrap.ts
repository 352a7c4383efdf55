import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isMap } from '../../lib/base/is-map';
import type { Manifest } from '../../lib/base/manifest';
import { buildPeers } from '../lab/build';
import { BOOTSTRAP_RENDERER } from '../lab/peers';
import { labBin, run } from './lab';
import { at } from './rendering';

/** What the bootstrap provider makes of a configuration. */
export interface Rendered {
  /** Text for cloud-init. */
  readonly text?: string;
  /** Configuration for Ignition. */
  readonly config?: { readonly systemd: { readonly units: readonly Unit[] } };
  readonly error?: string;
}

/** Unit of systemd that Ignition writes. */
export interface Unit {
  readonly name: string;
  readonly contents?: string;
}

/** Configuration of machines, as the provider takes it. */
export type BootstrapConfig = Readonly<Record<string, unknown>>;

/** Builds the program that renders as the provider does. */
export function buildRenderer(): void {
  buildPeers([BOOTSTRAP_RENDERER], (line) => console.log(`      built ${line}`));
}

/** Renders configurations by the bootstrap provider's own templates. */
export async function renderBootstrap(
  configs: readonly BootstrapConfig[],
): Promise<readonly Rendered[]> {
  const stdin = configs.map((config) => `${JSON.stringify(config)}\n`).join('');
  const { code, stdout, stderr } = await run(join(labBin(), BOOTSTRAP_RENDERER.name), [], {
    stdin,
  });
  assert.equal(code, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Rendered);
}

/** Configuration of an object, with a text wherever a Secret has one; none of an object that has none. */
export function bootstrapConfigs(object: Manifest): readonly BootstrapConfig[] {
  const way = {
    KubeadmControlPlane: ['spec', 'kubeadmConfigSpec'],
    KubeadmConfigTemplate: ['spec', 'template', 'spec'],
  }[object.kind];
  const config = way && at(object, way);
  if (!isMap(config)) return [];
  const given: readonly unknown[] = Array.isArray(config.files) ? config.files : [];
  const files = given
    .filter(isMap)
    .map(({ contentFrom, ...file }) =>
      contentFrom === undefined ? file : { ...file, content: 'c2VjcmV0' },
    );
  return [{ ...config, files }];
}
