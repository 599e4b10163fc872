/**
 * Type tokens of the resources that the package `freehold` adds to Cloudflare's, for its provider and the programs.
 */
export const databaseMigrationsToken = 'freehold:index:DatabaseMigrations';
export const accountRegistrationToken = 'freehold:index:AccountRegistration';
