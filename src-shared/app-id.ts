/**
 * Identifies the app to Windows (taskbar, notifications), to macOS (keychain, preferences) and to the installers. It must
 * never change: installed apps would not be updated, and macOS would deny them access to their keychain entries.
 */
export const appId = 'com.etelecom.tenants';
