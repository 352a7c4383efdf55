/** Creates the resources of the benchmark fleet on one side, and loads only the modules of that side. */
export function makeAll(side: string, clusters: number, folder: string): unknown {
  if (side === 'by-hand') {
    const { byHand } = require('./by-hand') as typeof import('./by-hand');
    return byHand(clusters);
  }
  const { provisionedFleet } = require('./fleet') as typeof import('./fleet');
  return provisionedFleet(clusters, folder).deploy();
}
