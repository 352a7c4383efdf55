/** Parameters of runs over random programs: seeded, and more of them where somebody asks. */
export function randomRuns(usual: number): { readonly seed: number; readonly numRuns: number } {
  return {
    seed: Number(process.env.CAPI_FLEET_SEED ?? 20_260_801),
    numRuns: Number(process.env.CAPI_FLEET_PROGRAMS ?? usual),
  };
}
