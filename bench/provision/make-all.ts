/** Makes what the fleet of the bench needs, one way or the other, and loads no more than that way takes. */
export function makeAll(side: string, clusters: number, folder: string): unknown {
  if (side === 'by-hand') {
    const { byHand } = require('./by-hand') as typeof import('./by-hand');
    return byHand(clusters);
  }
  const { provisionedFleet } = require('./fleet') as typeof import('./fleet');
  return provisionedFleet(clusters, folder).deploy();
}
