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

/** Text of a file that a feature puts together, and what to do about one that is too long. */
export interface FeatureText {
  /** Prop that the text follows from. */
  readonly prop: string;
  /** What to type instead. */
  readonly fix: string;
}

const FEATURE_TEXTS: Readonly<Record<string, FeatureText>> = {
  [`${AUDIT_FOLDER}/policy.yaml`]: {
    prop: 'audit.policy',
    fix: 'put the policy into a Secret and write AuditPolicy.fromSecret',
  },
  [`${ENCRYPTION_FOLDER}/config.yaml`]: {
    prop: 'encryption',
    fix: 'put the configuration into a Secret and write EncryptionAtRest.fromSecret',
  },
  [`${AUTHENTICATION_FOLDER}/config.yaml`]: {
    prop: 'authentication.issuers',
    fix: 'name fewer issuers, or leave out authorities that the machine trusts already',
  },
  [`${AUTHENTICATION_FOLDER}/oidc-ca.pem`]: {
    prop: 'authentication.certificateAuthority',
    fix: 'give only the authority that vouches for the issuer',
  },
  [`${ADMISSION_FOLDER}/config.yaml`]: {
    prop: 'admission',
    fix: 'shorten podSecurity and configurations',
  },
};
const PATCH_FILE = /^[a-z-]+(\d\d)\+[a-z]+\.yaml$/;

/** Text of a derived file by the path of the file, or undefined where the file is not derived. */
export function featureText(file: string): FeatureText | undefined {
  if (!isWithin(file, PATCHES_FOLDER)) return FEATURE_TEXTS[file];
  const index = PATCH_FILE.exec(file.slice(PATCHES_FOLDER.length + 1))?.[1];
  return index === undefined
    ? undefined
    : { prop: `patches[${Number(index)}].patch`, fix: 'make several patches of it' };
}

/** Rules on files of machines that a feature of the control plane writes too. */
export const FEATURE_FILE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'file-of-feature',
    reason: 'Of two files with one path Cluster API takes neither.',
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
            fix: `say it with ${owner.prop}, or give the file another path`,
          },
        );
      }
    },
  },
];
