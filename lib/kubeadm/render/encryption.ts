import { goDuration } from '../../base/duration';
import type { Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { NodeFile } from '../model/bootstrap';
import { ENCRYPTION_FOLDER, type EncryptionKey, type EncryptionModel } from '../model/encryption';
import type { ControlPlanePart } from './control-plane-part';

type WithKeys = Extract<EncryptionModel, { kind: 'keys' }>;
type Inline = Exclude<EncryptionModel, { kind: 'secret' }>;

const CONFIGURATION = `${ENCRYPTION_FOLDER}/config.yaml`;
const KEYS = `${ENCRYPTION_FOLDER}/keys`;
const PRIVATE = '0600';

/** Renders the control-plane part for encryption of objects in etcd. */
export function encryptionPart(
  encryption: EncryptionModel | undefined,
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  if (encryption === undefined) return {};
  const content =
    encryption.kind === 'secret' ? encryption.secret : emitDocuments([configuration(encryption)]);
  return {
    files: [
      { path: CONFIGURATION, permissions: PRIVATE, content },
      ...(encryption.kind === 'keys' ? encryption.keys.map(keyFile) : []),
    ],
    preKubeadmCommands: encryption.kind === 'keys' ? [fillIn(encryption)] : [],
    apiServer: { args: { 'encryption-provider-config': CONFIGURATION } },
  };
}

function configuration(encryption: Inline): Fields {
  const { resources, readsPlainText } = encryption;
  const providers = [provider(encryption), ...(readsPlainText ? [{ identity: {} }] : [])];
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{ resources, providers }],
  };
}

function provider(encryption: Inline): Fields {
  if (encryption.kind === 'keys') {
    const { cipher, keys } = encryption;
    return { [cipher]: { keys: keys.map(({ name }) => ({ name, secret: mark(name) })) } };
  }
  const { name, endpoint, timeoutSeconds } = encryption;
  return { kms: { apiVersion: 'v2', name, endpoint, timeout: goDuration(timeoutSeconds) } };
}

function keyFile({ name, secret }: EncryptionKey): NodeFile {
  return { path: `${KEYS}/${name}`, permissions: PRIVATE, content: secret };
}

/** Returns a command that replaces the placeholders in the configuration with the keys. */
function fillIn({ keys }: WithKeys): string {
  const edits = keys.map(({ name }) => `-e "s|${mark(name)}|$(cat ${KEYS}/${name})|"`);
  return `sed -i ${edits.join(' ')} ${CONFIGURATION} && rm -r ${KEYS}`;
}

function mark(name: string): string {
  return `@${name}@`;
}
