import { expect, it } from 'vitest';
import { findOwnAppImage } from './own-app-image.ts';

const env = { APPIMAGE: '/home/lan/tenants.AppImage', APPDIR: '/tmp/.mount_tenantA1b2' };

it('finds the AppImage that the app runs from', () => {
  expect(findOwnAppImage(env, '/tmp/.mount_tenantA1b2/resources')).toBe(env.APPIMAGE);
});

it('does not take the AppImage of the terminal that has started the app for its own', () => {
  expect(findOwnAppImage(env, '/opt/eTelecom Tenants/resources')).toBeNull();
  expect(findOwnAppImage(env, '/tmp/.mount_tenantA1b2-other/resources')).toBeNull();
});

it('finds none for other packages, and outside of Electron', () => {
  expect(findOwnAppImage({}, '/opt/eTelecom Tenants/resources')).toBeNull();
  expect(findOwnAppImage({ APPIMAGE: env.APPIMAGE }, '/opt/app/resources')).toBeNull();
  expect(findOwnAppImage(env, undefined)).toBeNull();
});
