/** Name of the folder that holds files until the commit. */
export const STAGING_FOLDER = '.capi-fleet-staging';
