import { EncryptionAtRest, type EncryptionModel } from '../../../../lib/kubeadm/model/encryption';
import type { PropRow } from '../../../support/rendering';
import { CLUSTER, CONFIG, feature, onComponent } from './control-plane-landings';

const FOLDER = '/etc/kubernetes/encryption';
const OLD = { name: 'old', secret: { name: 'demo-keys', key: 'a' } };
const NEW = { name: 'new', secret: { name: 'demo-keys', key: 'b' } };
const KMS = { name: 'vault', endpoint: 'unix:///run/kms/kms.sock' };

const ROWS: Readonly<Record<EncryptionModel['kind'], readonly PropRow[]>> = {
  secret: [
    feature(
      encryption(EncryptionAtRest.fromSecret(OLD.secret)),
      [...CONFIG, 'files'],
      [{ ...file('config.yaml'), contentFrom: { secret: OLD.secret } }],
    ),
    onComponent(encryption(EncryptionAtRest.fromSecret(OLD.secret)), 'apiServer', {
      'encryption-provider-config': `${FOLDER}/config.yaml`,
    }),
  ],
  keys: [
    feature(
      encryption(EncryptionAtRest.withKeys({ keys: [NEW, OLD] })),
      [...CONFIG, 'files'],
      [
        {
          ...file('config.yaml'),
          content: configuration(
            ['secrets'],
            `      - secretbox:
          keys:
            - name: new
              secret: '@new@'
            - name: old
              secret: '@old@'
      - identity: {}
`,
          ),
        },
        { ...file('keys/new'), contentFrom: { secret: NEW.secret } },
        { ...file('keys/old'), contentFrom: { secret: OLD.secret } },
      ],
    ),
    feature(
      encryption(EncryptionAtRest.withKeys({ keys: [NEW, OLD] })),
      [...CONFIG, 'preKubeadmCommands'],
      [
        `sed -i -e "s|@new@|$(cat ${FOLDER}/keys/new)|" -e "s|@old@|$(cat ${FOLDER}/keys/old)|" ` +
          `${FOLDER}/config.yaml && rm -r ${FOLDER}/keys`,
      ],
    ),
    feature(
      encryption(
        EncryptionAtRest.withKeys({
          keys: [OLD],
          cipher: 'aescbc',
          resources: ['configmaps'],
          readsPlainText: false,
        }),
      ),
      [...CONFIG, 'files', 0, 'content'],
      configuration(
        ['configmaps'],
        `      - aescbc:
          keys:
            - name: old
              secret: '@old@'
`,
      ),
    ),
  ],
  kms: [
    feature(
      encryption(EncryptionAtRest.kms({ ...KMS, timeoutSeconds: 10 })),
      [...CONFIG, 'files', 0, 'content'],
      configuration(
        ['secrets'],
        `      - kms:
          apiVersion: v2
          name: vault
          endpoint: unix:///run/kms/kms.sock
          timeout: 10s
      - identity: {}
`,
      ),
    ),
    feature(
      encryption(EncryptionAtRest.kms(KMS)),
      [...CLUSTER, 'apiServer', 'extraVolumes'],
      [
        {
          name: 'encryption',
          hostPath: FOLDER,
          mountPath: FOLDER,
          readOnly: true,
          pathType: 'Directory',
        },
        { name: 'kms', hostPath: '/run/kms', mountPath: '/run/kms', pathType: 'DirectoryOrCreate' },
      ],
    ),
  ],
};

/** Rows of every way to encrypt in etcd. */
export const ENCRYPTION_ROWS = Object.values(ROWS).flat();

function encryption({ model }: EncryptionAtRest): { readonly encryption: EncryptionModel } {
  return { encryption: model };
}

function file(name: string) {
  return { path: `${FOLDER}/${name}`, owner: 'root:root', permissions: '0600' };
}

function configuration(resources: readonly string[], providers: string): string {
  return `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources:
${resources.map((resource) => `      - ${resource}\n`).join('')}    providers:
${providers}`;
}
