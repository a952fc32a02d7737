import { Menu } from '@mantine/core';
import { MarkItems } from './mark-items.tsx';
import type { MarkedTenants } from './marked-tenants.ts';

/** The menu that changes the annotations of the selected tenants. */
export function MarkDropdown({ marked }: { marked: MarkedTenants }) {
  return (
    <Menu.Dropdown>
      <MarkItems marked={marked} />
    </Menu.Dropdown>
  );
}
