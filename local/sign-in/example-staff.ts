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

const exampleMember = (council: string, role: StaffRole): ExampleStaffMember => {
  const hash = createHash('sha256').update(`${council}.${role}`).digest();
  const hex = hash.toString('hex');
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    name: `${from(firstNames[role], hash, 16)} ${from(surnames, hash, 20)}`,
    email: `${role}@${council}.example`,
    council,
    roles: [role],
  };
};

/**
 * Example staff of the given councils: one person a role, in the order of the roles.
 *
 * The id and name follow from council and role alone, so they stay the same over restarts, and when councils are added.
 */
export const exampleStaff = (councils: readonly string[]): ExampleStaffMember[] =>
  councils.flatMap((council) => staffRole.options.map((role) => exampleMember(council, role)));
