import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { goModule } from './go';
import { crdFolder } from './machine';
import type { Release } from './peers';

/** Where a release has its CRDs, the labels of its contract and its webhooks. */
export interface ConfigFiles {
  /** Folder of CRDs. */
  readonly bases: string;
  readonly kustomization: string;
  /** File that releases without webhooks do not have. */
  readonly webhooks: string;
}

/** Files of a release that is had as a module. */
export function filesOfModule({
  module,
  version,
  config = 'config',
  ...rest
}: Release): ConfigFiles {
  const { webhooks = join(config, 'webhook') } = rest;
  const { dir } = goModule(module, version);
  return {
    bases: join(dir, config, 'crd/bases'),
    kustomization: join(dir, config, 'crd/kustomization.yaml'),
    webhooks: join(dir, webhooks, 'manifests.yaml'),
  };
}

/** Files of a release in the folder of CRDs. */
export function filesOfRelease(release: string): ConfigFiles {
  const folder = join(crdFolder(), release);
  return {
    bases: join(folder, 'bases'),
    kustomization: join(folder, 'kustomization.yaml'),
    webhooks: join(folder, 'webhooks.yaml'),
  };
}

/** Whether the folder of CRDs has a release. */
export function hasRelease(release: string): boolean {
  return existsSync(filesOfRelease(release).bases);
}
