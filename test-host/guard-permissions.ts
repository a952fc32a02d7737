/**
 * Asks the app for a permission before Chromium decides. The source of this function is sent to the page, so it cannot use
 * anything outside its body. The clipboard is left out, because the specs read it in the page.
 */
export function guardPermissions(mayUse: (permission: string) => Promise<boolean>): void {
  const assertAllowed = async (permission: string) => {
    if (await mayUse(permission)) return;
    throw new DOMException('Permission denied', 'NotAllowedError');
  };
  const guard = (owner: object | undefined, method: string, permission: string) => {
    const native: unknown = owner && Reflect.get(owner, method);
    if (owner === undefined || typeof native !== 'function') return;
    const value = async (...values: unknown[]): Promise<unknown> => {
      await assertAllowed(permission);
      return Reflect.apply(native, owner, values);
    };
    Object.defineProperty(owner, method, { value });
  };
  guard(navigator.mediaDevices, 'getUserMedia', 'media');
  guard(navigator.mediaDevices, 'getDisplayMedia', 'display-capture');
  guard(window.Notification, 'requestPermission', 'notifications');
  guard(navigator, 'requestMIDIAccess', 'midi');
}
