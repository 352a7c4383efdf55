import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OLD = 'v1.13.5';
const NEW = 'v1.14.0';

/**
 * Folder of CRDs that makes the lab's v1.13 set serve the CRDs of Cluster API 1.14.
 *
 * The lab has managers of 1.13.5 at most, and looks for CRDs in folders named after them; here those
 * names lead to 1.14.0. Covered: types, enums, bounds, unknown fields and CEL rules of 1.14, and
 * (with controllers) the webhooks and the conversion of 1.13.5, whose manifests are equal to those
 * of 1.14.0. Not covered: checks that the webhooks of 1.14 added, and what its controllers do.
 */
export function newestCrds(crds: string, target: string): string {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const names = new Set(readdirSync(crds));
  for (const name of names) {
    const successor = name.replace(OLD, NEW);
    symlinkSync(resolve(crds, names.has(successor) ? successor : name), join(target, name));
  }
  return target;
}
