import { createHash } from 'node:crypto';
import type { StaffMember, StaffRole } from '../../schemas/staff.ts';
import { staffRole } from '../../schemas/staff.ts';

/** A member of the example staff, with the council that the sign-in's groups name. */
export type ExampleStaffMember = StaffMember & { council: string };

/** Invented names. Each role has its own first names, so that nobody in a list of one council is named twice. */
const firstNames: Record<StaffRole, readonly string[]> = {
  'contact-officer': ['Hannah', 'Imran', 'Chloe', 'Tunde', 'Megan'],
  assessor: ['Priya', 'Gareth', 'Amina', 'Daniel', 'Rosie'],
  'key-worker': ['Kwame', 'Ellen', 'Yusuf', 'Bethany', 'Marek'],
  manager: ['Judith', 'Rajesh', 'Fiona', 'Desmond', 'Alison'],
  'finance-officer': ['Neil', 'Shabana', 'Peter', 'Grace', 'Colin'],
  'complaints-manager': ['Lorraine', 'Vikram', 'Heather', 'Simon', 'Nasreen'],
  'safeguarding-lead': ['Olivia', 'Patrick', 'Ngozi', 'Stephen', 'Farah'],
};

const surnames = [
  ...[
    'Adeyemi',
    'Ainsworth',
    'Begum',
    'Birtwistle',
    'Chaudhry',
    'Coleman',
    'Dhillon',
    'Eastwood',
    'Fairclough',
    'Ferreira',
  ],
  ...['Goodall', 'Hargreaves', 'Hussain', 'Ingram', 'Jankowska', 'Kaur', 'Kettle', 'Lamptey', 'Marsden', 'Mistry'],
  ...['Nowak', 'Okafor', 'Patel', 'Pickering', 'Quigley', 'Rahman', 'Sandhu', 'Thackray', 'Underhill', 'Whitmore'],
];

const from = (names: readonly string[], hash: Buffer, offset: number) =>
  names[hash.readUInt32BE(offset) % names.length] ?? '';

/** How many people have a role, where one is not enough: nobody checks their own plan, and a panel is three. */
const howMany: Partial<Record<StaffRole, number>> = { 'key-worker': 2, manager: 3 };

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The first names of a role stand in an order that its first person begins, so that no two of them have the same. */
const exampleMember = (council: string, role: StaffRole, number: number): ExampleStaffMember => {
  const first = hashOf(`${council}.${role}`);
  const own = number === 1 ? first : hashOf(`${council}.${role}.${number}`);
  const hex = own.toString('hex');
  const names = firstNames[role];
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    name: `${names[(first.readUInt32BE(16) + number - 1) % names.length]} ${from(surnames, own, 20)}`,
    email: `${role}${number === 1 ? '' : `-${number}`}@${council}.example`,
    council,
    roles: [role],
  };
};

/**
 * Example staff of the given councils: one person a role, in the order of the roles, and then the others of roles that need more than one.
 *
 * The id and name follow from council, role and number alone, so they stay the same over restarts, and when councils are added.
 */
export const exampleStaff = (councils: readonly string[]): ExampleStaffMember[] =>
  councils.flatMap((council) => [
    ...staffRole.options.map((role) => exampleMember(council, role, 1)),
    ...staffRole.options.flatMap((role) =>
      Array.from({ length: (howMany[role] ?? 1) - 1 }, (_, index) => exampleMember(council, role, index + 2)),
    ),
  ]);
