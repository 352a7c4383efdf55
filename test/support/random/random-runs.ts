/** Parameters of runs over random programs. */
export interface RandomRuns {
  readonly seed: number;
  readonly numRuns: number;
  readonly endOnFailure: true;
}

/** Seeded runs over random programs, more of them where somebody asks, whose first failure is told as it is. */
export function randomRuns(usual: number): RandomRuns {
  return {
    seed: Number(process.env.CAPI_FLEET_SEED ?? 20_260_801),
    numRuns: Number(process.env.CAPI_FLEET_PROGRAMS ?? usual),
    endOnFailure: true,
  };
}
