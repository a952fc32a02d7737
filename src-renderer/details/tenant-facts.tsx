import { useTranslation } from 'react-i18next';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { defaultOrder } from '../../src-shared/tenant-fields.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { fieldName } from '../values/field-name.ts';
import classes from './tenant-facts.module.css';
import { TenantValue } from './tenant-value.tsx';

/** All fields of a tenant, each with a button that copies the server's value, guarded for spreadsheets. */
export function TenantFacts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  return (
    <Facts
      nameWidth="9rem"
      facts={defaultOrder.map((field) => {
        const name = fieldName(t, field);
        const value = tenant[field];
        return {
          name,
          value: (
            <span className={classes.value}>
              <span className={classes.text}>
                <TenantValue field={field} value={value} t={t} formatDate={formatDate} />
              </span>
              {value !== null && value !== '' && (
                <CopyButton name={name} value={guardFormula(value, 'none')} />
              )}
            </span>
          ),
        };
      })}
    />
  );
}
