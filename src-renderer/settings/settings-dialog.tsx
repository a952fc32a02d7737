import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ComputerZone } from '../../src-shared/time-zone.ts';
import { AccountsSection } from '../accounts/accounts-section.tsx';
import type { Accounts } from '../accounts/use-accounts.ts';
import { useManaged } from '../managed/managed-context.ts';
import { isManaged, OrganizationSection } from '../managed/organization-section.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ConnectionsSection } from './connections-section.tsx';
import { OwnDataSection } from './own-data-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import { SchedulesSection } from './schedules-section.tsx';
import classes from './settings-dialog.module.css';
import { UpdatesSection } from './updates-section.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

const sections = [
  'appearance',
  'accounts',
  'connections',
  'savedList',
  'schedules',
  'ownData',
  'updates',
  'organization',
] as const;
export type SettingsSection = (typeof sections)[number];

interface SettingsDialogProps {
  opened: boolean;
  onClose: () => void;
  section: SettingsSection;
  onSection: (section: SettingsSection) => void;
  accounts: Accounts;
  /** The shown account; `null` if all accounts are shown as one. */
  shown: Account | null;
  onAddAccount: () => void;
  preferences: ChangeablePreferences;
  /** The zone of this computer; `null` if it is unknown. */
  computerZone: ComputerZone | null;
}

/**
 * The settings, in sections: language and appearance, accounts, their connections, the saved list, scheduled exports, backup
 * files, updates, and what the organization has set.
 */
export function SettingsDialog(props: SettingsDialogProps) {
  const { opened, onClose, section, onSection, accounts, shown, onAddAccount } = props;
  const { preferences, computerZone } = props;
  const managed = useManaged();
  const shownSections = sections.filter((each) => each !== 'organization' || isManaged(managed));
  const { t } = useTranslation();
  const names: Record<SettingsSection, string> = {
    appearance: t('settings.appearance'),
    accounts: t('accounts.title'),
    connections: t('settings.connections'),
    savedList: t('settings.savedList'),
    schedules: t('settings.schedules.title'),
    ownData: t('backup.section'),
    updates: t('settings.updates'),
    organization: t('managed.section'),
  };
  const content: Record<SettingsSection, React.ReactNode> = {
    appearance: <AppearanceSection preferences={preferences} computerZone={computerZone} />,
    accounts: <AccountsSection accounts={accounts} onAdd={onAddAccount} />,
    connections: <ConnectionsSection accounts={accounts} shown={shown} onClose={onClose} />,
    savedList: <RefreshSection preferences={preferences} />,
    schedules: <SchedulesSection accounts={accounts.accounts} />,
    ownData: <OwnDataSection onClose={onClose} />,
    updates: <UpdatesSection preferences={preferences} onClose={onClose} />,
    organization: <OrganizationSection />,
  };
  return (
    <AppDialog
      hasInput
      opened={opened}
      onClose={onClose}
      title={t('screens.common.settings')}
      size={740}
    >
      <Tabs
        orientation="vertical"
        classNames={classes}
        keepMounted={false}
        value={section}
        onChange={(value) => {
          const chosen = sections.find((each) => each === value);
          if (chosen !== undefined) onSection(chosen);
        }}
      >
        <Tabs.List aria-label={t('screens.common.settings')}>
          {shownSections.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {names[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shownSections.map((each) => (
          <Tabs.Panel key={each} value={each}>
            <Stack gap="sm">{content[each]}</Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </AppDialog>
  );
}
