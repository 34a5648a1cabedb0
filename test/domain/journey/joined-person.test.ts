import { describe, expect, it } from 'vitest';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { knownPerson, type Person } from '../../../schemas/person.ts';
import { type IsoInstant, isoInstant } from '../../../schemas/scalars.ts';
import { aHelper, aPerson, helperNamed, personNamed } from '../../support/a-person.ts';

const [first, second, third] = ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) =>
  isoInstant.parse(`${day}T10:00:00.000Z`),
) as [IsoInstant, IsoInstant, IsoInstant];
const proof = { at: first, by: 'link' as const };
const other = (different: Partial<Person> = {}) => aPerson({ id: personNamed('other'), ...different });

describe('asOne', () => {
  it('of one item is what it says', () => {
    const { version: __, saidAt: ___, joined: ____, ...told } = aPerson({ phone: '1', nhsNumber: '9434765919' });

    expect(knownPerson.parse(asOne([aPerson({ phone: '1', nhsNumber: '9434765919' })]))).toEqual({
      ...told,
      items: [personNamed('rose')],
    });
  });

  it('has name, birth and id of the leading item, and an NHS number of whichever knows it', () => {
    const joined = asOne([
      aPerson(),
      other({ firstName: 'Rosie', dateOfBirth: '1948-02-03' as never, nhsNumber: '9434765919' }),
    ]);

    expect(joined).toMatchObject({
      id: personNamed('rose'),
      firstName: 'Rose',
      dateOfBirth: '1948-03-02',
      nhsNumber: '9434765919',
      items: [personNamed('rose'), personNamed('other')],
    });
  });

  it.each([
    {
      what: 'what the other said last',
      own: { phone: '1', at: first },
      others: { phone: '2', at: second },
      phone: '2',
    },
    {
      what: 'what the leading item said last',
      own: { phone: '1', at: third },
      others: { phone: '2', at: second },
      phone: '1',
    },
    {
      what: 'the leading item’s of two at one moment',
      own: { phone: '1', at: first },
      others: { phone: '2', at: first },
      phone: '1',
    },
    { what: 'what only the other has said', own: {}, others: { phone: '2', at: first }, phone: '2' },
    {
      what: 'nothing where it was taken away last',
      own: { phone: '1', at: first },
      others: { at: second },
      phone: undefined,
    },
  ])('has of a detail $what', ({ own, others, phone }) => {
    const said = ({ phone: number, at }: { phone?: string; at?: IsoInstant }): Partial<Person> => ({
      ...(number && { phone: number }),
      ...(at && { saidAt: { phone: at } }),
    });

    expect(asOne([aPerson(said(own)), other(said(others))]).phone).toBe(phone);
  });

  it('keeps together what belongs together: a number and whether a message may be left on it', () => {
    const joined = asOne([
      aPerson({ phone: '1', safeToLeaveMessage: true, saidAt: { phone: first } }),
      other({ phone: '2', saidAt: { phone: second } }),
    ]);

    expect([joined.phone, joined.safeToLeaveMessage]).toEqual(['2', undefined]);
  });

  it('has a proved address before a newer one that nobody has proved, and none where it was taken away', () => {
    const own = aPerson({ emailProved: proof, saidAt: { email: first } });
    const newer = other({ email: 'mistyped@example.com', saidAt: { email: second } });
    const { email: _gone, ...without } = other({ saidAt: { email: third } });

    expect(asOne([own, newer]).email).toBe('rose@example.com');
    expect(asOne([own, { ...newer, emailProved: proof }]).email).toBe('mistyped@example.com');
    expect(asOne([own, newer, { ...without, id: personNamed('third') }]).email).toBeUndefined();
  });

  it('has every helper and every alert of all', () => {
    const alert = { kind: 'risk-to-workers' as const, source: 'assessment', on: '2026-01-05' as never };
    const joined = asOne([
      aPerson({ helpers: [aHelper()] }),
      other({ helpers: [aHelper({ id: helperNamed('eve') })], alerts: [alert] }),
    ]);

    expect(joined.helpers.map(({ id }) => id)).toEqual([helperNamed('ada'), helperNamed('eve')]);
    expect(joined.alerts).toEqual([alert]);
  });
});
