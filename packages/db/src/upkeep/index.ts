export { clearPlatform } from './clear-platform.ts';
export { clearTenant, usualKeeping, type Cleared, type Keeping } from './clear-tenant.ts';
