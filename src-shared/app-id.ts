/**
 * Identifies the app to Windows (taskbar, notifications), to macOS (keychain, preferences) and to the installers. It must
 * never change: an installed app would not be updated, and macOS would refuse it its own keychain entries.
 */
export const appId = 'com.etelecom.tenants';
