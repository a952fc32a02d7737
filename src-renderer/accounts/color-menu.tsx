import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountColor } from '../../src-shared/account.ts';
import { accountColors } from '../../src-shared/choices.ts';
import { AccountDot } from './account-dot.tsx';

interface ColorMenuProps {
  color: AccountColor;
  label: string;
  onChange: (color: AccountColor) => void;
}

/** A button with the account's dot. It opens a menu of colors and their names. */
export function ColorMenu({ color, label, onChange }: ColorMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <ActionIcon data-hint={label} variant="default" size={30} aria-label={label}>
          <AccountDot color={color} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={color}
          onChange={(chosen) => {
            const known = accountColors.find((candidate) => candidate === chosen);
            if (known !== undefined) onChange(known);
          }}
        >
          {accountColors.map((candidate) => (
            <Menu.RadioItem
              key={candidate}
              value={candidate}
              closeMenuOnClick
              checkIcon={<IconCheck size={14} />}
              rightSection={<AccountDot color={candidate} />}
            >
              {t(`accounts.colors.${candidate}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
