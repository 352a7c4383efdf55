import { ApiObject, App, Chart } from 'cdk8s';

import { clusterFiles, clusterName } from '../fleet-shape';
import { sideArguments } from './arguments';

// The same objects as a cdk8s user would write them: one app, one chart per cluster.
const { clusters, out, fat } = sideArguments();
const app = new App({ outdir: out });

for (let index = 0; index < clusters; index++) {
  const chart = new Chart(app, clusterName(index));
  const { cluster, pools, addons } = clusterFiles(index, fat);
  for (const [i, object] of [...cluster, ...pools, ...addons].entries()) {
    const { apiVersion, kind, ...rest } = object;
    new ApiObject(chart, `object-${i}`, {
      apiVersion: String(apiVersion),
      kind: String(kind),
      ...rest,
    });
  }
}
app.synth();
