/** Name of the folder in which files wait for the commit. */
export const STAGING_FOLDER = '.capi-fleet-staging';
