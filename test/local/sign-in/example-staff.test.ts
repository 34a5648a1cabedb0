import { describe, expect, it } from 'vitest';
import { exampleStaff } from '../../../local/sign-in/example-staff.ts';
import { staffMember, staffRole } from '../../../schemas/staff.ts';

const councils = ['leicestershire', 'poole', 'north-yorkshire', 'camden', 'kent'];

describe('exampleStaff', () => {
  it('has a person for each role of a council, a second key worker and three managers, each a valid member of staff', () => {
    const staff = exampleStaff(councils);

    expect(staff).toHaveLength(5 * (staffRole.options.length + 3));
    expect(staff.slice(0, staffRole.options.length + 3).flatMap(({ roles }) => roles)).toEqual([
      ...staffRole.options,
      'key-worker',
      'manager',
      'manager',
    ]);
    for (const { council, ...member } of staff) {
      expect(staffMember.parse(member)).toEqual(member);
      expect(member.email).toMatch(new RegExp(`^${member.roles[0]}(-\\d)?@${council}.example$`));
    }
  });

  it('gives nobody the id of another, and within a council nobody the name of another', () => {
    const staff = exampleStaff(councils);

    expect(new Set(staff.map(({ id }) => id)).size).toBe(staff.length);
    expect(new Set(staff.map(({ council, name }) => `${council} ${name}`)).size).toBe(staff.length);
  });

  it('keeps a person’s id and name when councils are added or change places', () => {
    const [alone] = exampleStaff(['poole']);

    const beside = exampleStaff(['kent', 'poole']).find(({ id }) => id === alone?.id);

    expect(alone?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(beside).toEqual(alone);
  });
});
