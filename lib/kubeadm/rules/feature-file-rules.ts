import { isWithin } from '../../base/paths';
import type { Rule } from '../../base/rule';
import { ADMISSION_FOLDER } from '../model/admission';
import { AUDIT_FOLDER } from '../model/audit';
import { AUTHENTICATION_FOLDER } from '../model/authentication';
import { isNodeFile } from '../model/bootstrap';
import type { KubeadmControlPlane } from '../model/control-plane';
import { ENCRYPTION_FOLDER } from '../model/encryption';
import { PATCHES_FOLDER } from '../model/kubeadm-patch';
import type { ControlPlaneSubject } from './subjects';

/** Feature of a control plane, with the files that it writes. */
export interface FileOwner {
  /** Prop of the feature. */
  readonly prop: string;
  /** Tells whether the feature is used. */
  isSet(controlPlane: KubeadmControlPlane): boolean;
  /** Files, and directories whose files all belong to the feature. */
  readonly paths: readonly string[];
}

/** Control-plane features that write files. */
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

/** Content of a file that a feature generates, and how to shorten it. */
export interface FeatureText {
  /** Prop from which the content is generated. */
  readonly prop: string;
  /** What to type instead. */
  readonly fix: string;
}

const FEATURE_TEXTS: Readonly<Record<string, FeatureText>> = {
  [`${AUDIT_FOLDER}/policy.yaml`]: {
    prop: 'audit.policy',
    fix: 'put the policy into a Secret and use AuditPolicy.fromSecret',
  },
  [`${ENCRYPTION_FOLDER}/config.yaml`]: {
    prop: 'encryption',
    fix: 'put the configuration into a Secret and use EncryptionAtRest.fromSecret',
  },
  [`${AUTHENTICATION_FOLDER}/config.yaml`]: {
    prop: 'authentication.issuers',
    fix: 'use fewer issuers, or leave out CAs that the machine already trusts',
  },
  [`${AUTHENTICATION_FOLDER}/oidc-ca.pem`]: {
    prop: 'authentication.certificateAuthority',
    fix: 'write only the CA that signed the certificate of the issuer',
  },
  [`${ADMISSION_FOLDER}/config.yaml`]: {
    prop: 'admission',
    fix: 'shorten podSecurity and configurations',
  },
};
const PATCH_FILE = /^[a-z-]+(\d\d)\+[a-z]+\.yaml$/;

/** Returns the content of a generated file by its path; undefined if the file is not generated. */
export function featureText(file: string): FeatureText | undefined {
  if (!isWithin(file, PATCHES_FOLDER)) return FEATURE_TEXTS[file];
  const index = PATCH_FILE.exec(file.slice(PATCHES_FOLDER.length + 1))?.[1];
  return index === undefined
    ? undefined
    : { prop: `patches[${Number(index)}].patch`, fix: 'split it into several patches' };
}

/** Rules on files of machines that a control-plane feature also writes. */
export const FEATURE_FILE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'file-of-feature',
    reason: 'Cluster API rejects two files with the same path.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go',
    check({ controlPlane }, refuse) {
      const owners = FILE_OWNERS.filter((owner) => owner.isSet(controlPlane));
      for (const { path: file } of controlPlane.bootstrap.files.filter(isNodeFile)) {
        const owner = owners.find(({ paths }) => paths.some((path) => isWithin(file, path)));
        if (owner === undefined) continue;
        refuse(
          { path: controlPlane.path, prop: 'bootstrap.files' },
          {
            given: file,
            allowed: `files that ${owner.prop} does not write`,
            fix: `use ${owner.prop} instead, or give the file another path`,
          },
        );
      }
    },
  },
];
