import type { Rule } from '../../base/rule';
import { UNREADABLE_FIXES } from '../../base/unreadable';
import { quotedList } from '../../base/words';
import { RESOURCE_SET_SECRET_TYPE } from '../model/cluster-secret';
import { MOVE_LABEL } from '../render/secret-data';
import { sourcedSecrets } from './secret-source-place';
import type { SecretsSubject } from './secrets-subject';
import { type SopsManifest, sopsManifest, sopsMistake } from './sops-file';

const SOPS = 'fluxcd/kustomize-controller@v1.9.4:internal/decryptor/decryptor.go';
const ENCRYPT = "run sops encrypt --encrypted-regex '^(data|stringData)$' --in-place";

/** Rules for SOPS-encrypted files. */
export const SOPS_RULES: readonly Rule<SecretsSubject>[] = [
  {
    id: 'sops-file-readable',
    reason: 'A file that cannot be read cannot be copied to the output.',
    source: SOPS,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'sopsFile')) {
        if (!('unreadable' in source.content)) continue;
        const { reason } = source.content.unreadable;
        refuse(at('file'), {
          given: source.file,
          allowed: 'a file that can be read',
          fix: UNREADABLE_FIXES[reason],
        });
      }
    },
  },
  {
    id: 'sops-file-encrypted',
    reason:
      'Flux decrypts a Secret in which only the data is encrypted, and applies anything else as it is.',
    source: SOPS,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'sopsFile')) {
        const mistake = sopsMistake(source) ?? openness(sopsManifest(source));
        if (mistake === undefined) continue;
        refuse(at('file'), {
          given: `${source.file} (${mistake})`,
          allowed: 'the manifest of one Secret in which SOPS encrypted the data and nothing else',
          fix: `${ENCRYPT} ${source.file}`,
        });
      }
    },
  },
  {
    id: 'sops-file-place',
    reason: 'The file is applied as it is, and nothing finds the Secret under another name.',
    source: SOPS,
    check(subject, refuse) {
      for (const { source, secret, at } of sourcedSecrets(subject, 'sopsFile')) {
        const manifest = sopsManifest(source);
        if (manifest === undefined || manifest.hidden.length > 0) continue;
        const { name, namespace } = manifest;
        if (name === secret.name && namespace === secret.namespace) continue;
        refuse(at('file'), {
          given: `${source.file} (Secret ${name} of namespace ${namespace})`,
          allowed: `Secret ${secret.name} of namespace ${secret.namespace}`,
          fix: 'encrypt a Secret with this name and namespace, or use a separate file for each cluster',
        });
      }
    },
  },
  {
    id: 'sops-file-type',
    reason: 'Cluster API does not deliver Secrets of other types to workload clusters.',
    source: 'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_controller.go',
    check(subject, refuse) {
      for (const { source, secret, at } of sourcedSecrets(subject, 'sopsFile')) {
        const manifest = sopsManifest(source);
        if (secret.type !== RESOURCE_SET_SECRET_TYPE || manifest === undefined) continue;
        if (manifest.hidden.includes('type') || manifest.type === secret.type) continue;
        refuse(at('file'), {
          given: `${source.file} (type ${manifest.type ?? 'Opaque'})`,
          allowed: `a Secret of type ${secret.type}`,
          fix: `write type: ${secret.type} into the manifest before it is encrypted`,
        });
      }
    },
  },
  {
    id: 'sops-file-label',
    reason:
      'clusterctl move leaves a Secret without this label behind, and the moved cluster lacks it.',
    source: 'CAPI@v1.14.0:docs/book/src/clusterctl/commands/move.md',
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'sopsFile')) {
        const manifest = sopsManifest(source);
        if (manifest === undefined || Object.hasOwn(manifest.labels, MOVE_LABEL)) continue;
        refuse(at('file'), {
          given: `${source.file} (without the label ${MOVE_LABEL})`,
          allowed: `a Secret with the label ${MOVE_LABEL}`,
          fix: `write ${MOVE_LABEL}: "true" into its labels before it is encrypted`,
        });
      }
    },
  },
];

/** Returns what is encrypted and must not be, or is not encrypted and must be. */
function openness(manifest: SopsManifest | undefined): string | undefined {
  if (manifest === undefined) return undefined;
  const { hidden, open, keys } = manifest;
  if (hidden.length > 0) return `${hidden.join(', ')} encrypted`;
  if (open.length > 0) return `${quotedList(open)} not encrypted`;
  return keys.length === 0 ? 'no data' : undefined;
}
