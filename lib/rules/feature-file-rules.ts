import { ADMISSION_FOLDER } from '../model/admission';
import { AUDIT_FOLDER } from '../model/audit';
import { AUTHENTICATION_FOLDER } from '../model/authentication';
import type { ControlPlaneModel } from '../model/control-plane';
import { ENCRYPTION_FOLDER } from '../model/encryption';
import { PATCHES_FOLDER } from '../model/kubeadm-patch';
import { isWithin } from './paths';
import type { Rule } from './rule';
import type { ControlPlaneSubject } from './subjects';

/** Feature of a control plane, with the files that it writes. */
export interface FileOwner {
  /** Prop of the feature. */
  readonly prop: string;
  /** Tells whether the feature is used. */
  isSet(controlPlane: ControlPlaneModel): boolean;
  /** Files, and folders of which every file is the feature's. */
  readonly paths: readonly string[];
}

/** Features of control planes that write files. */
export const FILE_OWNERS: readonly FileOwner[] = [
  {
    prop: 'audit',
    isSet: ({ audit }) => audit !== undefined,
    paths: [`${AUDIT_FOLDER}/policy.yaml`, `${AUDIT_FOLDER}/webhook.conf`],
  },
  {
    prop: 'encryption',
    isSet: ({ encryption }) => encryption !== undefined,
    paths: [`${ENCRYPTION_FOLDER}/config.yaml`, `${ENCRYPTION_FOLDER}/keys`],
  },
  {
    prop: 'authentication',
    isSet: ({ authentication }) => authentication !== undefined,
    paths: [`${AUTHENTICATION_FOLDER}/config.yaml`, `${AUTHENTICATION_FOLDER}/oidc-ca.pem`],
  },
  {
    prop: 'admission',
    isSet: ({ admission }) => admission !== undefined,
    paths: [`${ADMISSION_FOLDER}/config.yaml`],
  },
  {
    prop: 'patches',
    isSet: ({ patches }) => patches.length > 0,
    paths: [PATCHES_FOLDER],
  },
];

/** Rules on files of machines that a feature of the control plane writes too. */
export const FEATURE_FILE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'file-of-feature',
    reason: 'Of two files with one path Cluster API takes neither.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go',
    check({ controlPlane }, refuse) {
      const owners = FILE_OWNERS.filter((owner) => owner.isSet(controlPlane));
      for (const { path: file } of controlPlane.bootstrap.files) {
        const owner = owners.find(({ paths }) => paths.some((path) => isWithin(file, path)));
        if (owner === undefined) continue;
        refuse(
          { path: controlPlane.path, prop: 'bootstrap.files' },
          {
            given: file,
            allowed: `files that ${owner.prop} does not write`,
            fix: `say it with ${owner.prop}, or give the file another path`,
          },
        );
      }
    },
  },
];
