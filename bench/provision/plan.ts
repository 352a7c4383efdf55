import { provisionedFleet } from './fleet';

// plan.js plan|synth CLUSTERS OUT: plans the benchmark fleet, or writes its manifests.
const [operation, clusters, out = ''] = process.argv.slice(2);
const fleet = provisionedFleet(Number(clusters), out);
if (operation === 'plan') {
  const { clouds, clusters: own } = fleet.plan();
  process.stdout.write(`${[...clouds, ...own].flatMap(({ items }) => items).length} items\n`);
} else fleet.synth();
