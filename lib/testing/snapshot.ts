import { withoutHashes } from './hashes';
import { type ClusterChoice, isOfCluster, type TestedFleet } from './tested-fleet';

/**
 * Returns the text of the whole tree, or of the folder of one cluster, for a snapshot.
 *
 * Hashes of contents in names, in references to them and in comments are replaced by a mark, so that a snapshot changes
 * only where something else changes. The text contains credentials that the manifests contain.
 *
 * @throws ValidationError with every mistake in the fleet.
 */
export function snapshotOf(fleet: TestedFleet, choice: ClusterChoice = {}): string {
  const files = fleet.renderFiles().filter((file) => isOfCluster(file, choice));
  return files.map(({ path, content }) => `# ${path}\n${withoutHashes(content)}`).join('\n');
}
