/** Texts about settings of the organization. */
export const managed = {
  section: 'Your organization',
  setByOrganization: 'Set by your organization',
  otherAddress:
    'Your organization has set {{url}}. This list can be read, but not refreshed. To connect, replace the key.',
  notAllowed: 'Not allowed',
};
