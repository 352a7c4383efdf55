import type { Finding } from '../../base/errors';
import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { valueAt } from '../../base/value-at';
import type { NodeFile } from '../model/bootstrap';
import { filesBytes, itemsBytes, MOST_USER_DATA_BYTES } from '../model/user-data';
import { kubeadmConfigOf } from './kubeadm-config';

interface WrittenFile extends Pick<NodeFile, 'path'> {
  readonly content?: string;
}

/** Finding about a field of an object. */
export interface FieldFinding extends Finding {
  /** Field of the object. */
  readonly field: string;
}

/** Bytes that Cluster API adds: certificates of a control plane, and the frame of the script for workers. */
const ADDED_BYTES: Readonly<Record<string, number>> = {
  KubeadmControlPlane: 15_000,
  KubeadmControlPlaneTemplate: 15_000,
  KubeadmConfigTemplate: 2_500,
  KubeadmConfig: 2_500,
};

/** Estimates the bytes of user data of machines created from an object; undefined for other objects. */
export function userDataBytes(object: Manifest): number | undefined {
  const config = kubeadmConfigOf(object)?.[1];
  if (config === undefined) return undefined;
  const { format, files: _, ...rest } = config;
  const kind = format === 'ignition' ? 'ignition' : 'cloudInit';
  const contents = filesOf(config).map(({ path, content = '' }) => ({ path, content }));
  return (ADDED_BYTES[object.kind] ?? 0) + filesBytes(kind, contents) + itemsBytes([rest]);
}

/**
 * Returns findings on duplicate files of a kubeadm configuration, and on its size.
 *
 * @param most Maximum bytes of user data; Infinity for no limit.
 */
export function bootstrapFindings(
  object: Manifest,
  most: number = MOST_USER_DATA_BYTES,
): {
  readonly size: readonly FieldFinding[];
  readonly files: readonly FieldFinding[];
} {
  const config = kubeadmConfigOf(object)?.[1];
  const bytes = userDataBytes(object);
  if (config === undefined || bytes === undefined) return { size: [], files: [] };
  const size = bytes <= most ? [] : [tooLarge(bytes, most)];
  return { size, files: repeatedFiles(filesOf(config)) };
}

function filesOf({ files }: Fields): readonly WrittenFile[] {
  return Array.isArray(files)
    ? files.filter((file) => typeof valueAt(file, 'path') === 'string')
    : [];
}

function repeatedFiles(files: readonly WrittenFile[]): readonly FieldFinding[] {
  const paths = files.map(({ path }) => path);
  return paths.flatMap((path, index) => {
    const first = paths.indexOf(path);
    if (first === index) return [];
    return {
      field: `files[${index}].path`,
      given: path,
      allowed: `a path that no other file has; files[${first}] has the same`,
      fix: 'remove the file from bootstrap.files, or the prop from which the other is derived',
    };
  });
}

function tooLarge(bytes: number, most: number): FieldFinding {
  return {
    field: 'user data',
    given: `about ${bytes} bytes`,
    allowed: `at most ${most} bytes`,
    fix: 'build the largest files into the image',
  };
}
