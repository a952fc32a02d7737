/**
 * Lets Mantine set the text of its style elements, and refuses every text that could become an element: without `<`
 * there is no tag. The content security policy allows no other policy and no script from a text.
 *
 * https://developer.mozilla.org/docs/Web/API/Trusted_Types_API
 */
export function createTrustedTypesPolicy(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
  });
}
