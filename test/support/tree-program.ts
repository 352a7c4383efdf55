import { TreeWriter } from '../../lib/output/tree-writer';

/** What the program that writes a tree is told by the variable `CAPI_FLEET_TREE`. */
export interface TreeJob {
  readonly outdir: string;
  readonly files: Readonly<Record<string, string>>;
  readonly bufferLength?: number;
  readonly scope?: readonly string[];
}

const { outdir, files, bufferLength, scope } = JSON.parse(
  process.env.CAPI_FLEET_TREE ?? '',
) as TreeJob;
const tree = new TreeWriter(outdir, bufferLength === undefined ? {} : { bufferLength });
try {
  for (const [path, content] of Object.entries(files)) tree.add(path, content);
  tree.commit(scope);
} catch (error) {
  tree.abort();
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
