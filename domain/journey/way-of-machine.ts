/** A state machine as far as the way through it goes. Amazon States Language. */
export type Machine = {
  readonly StartAt: string;
  readonly States: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Next?: string;
        readonly Default?: string;
        readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
        readonly Arguments?: unknown;
      }
    >
  >;
};

/** What is known where the way forks, by the name of the variable: it may follow from the states that were passed. */
export type Facts = Readonly<Record<string, string | boolean | ((passed: ReadonlySet<string>) => string | boolean)>>;

/** A state on the way that has somebody do something, by the kind of their work; that tells the person, by the mail; or that waits for a day. */
type OnTheWay =
  | { readonly state: string; readonly kind: string }
  | { readonly state: string; readonly mail: string }
  | { readonly state: string; readonly waits: true };

const holds = (condition: string, facts: Facts, passed: ReadonlySet<string>): boolean => {
  const [, inside = ''] = /^\{%\s*(.*?)\s*%\}$/s.exec(condition) ?? [];
  return inside.split(' and ').every((part) => {
    const [, name = '', value] = /^\$(\w+)(?: = '([^']*)')?$/.exec(part.trim()) ?? [];
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nothing is known of “${part}”, where the way forks`);
    const is = typeof fact === 'function' ? fact(passed) : fact;
    return value === undefined ? is === true : is === value;
  });
};

/**
 * What is on the way through a machine, in its order, from its start to its end: each fork is taken as the facts say, as the machine itself does.
 *
 * @throws Error where a fork asks what is not known, or the way goes round
 */
export const wayOf = ({ StartAt, States }: Machine, facts: Facts): OnTheWay[] => {
  const way: OnTheWay[] = [];
  const passed = new Set<string>();
  const most = Object.keys(States).length * 2;
  let steps = 0;
  for (let name: string | undefined = StartAt; name !== undefined; steps += 1) {
    const state: Machine['States'][string] | undefined = States[name];
    if (state === undefined || steps > most) throw new Error(`The way does not end: it came to “${name}”`);
    passed.add(name);
    const call = JSON.stringify(state.Arguments ?? '');
    const [, kind] = /'kind': '([a-z-]+)'/.exec(call) ?? [];
    const [, mail] = /'template': '([a-z-]+)'/.exec(call) ?? [];
    if (kind !== undefined) way.push({ state: name, kind });
    else if (mail !== undefined) way.push({ state: name, mail });
    else if (state.Type === 'Wait') way.push({ state: name, waits: true });
    name = state.Next ?? state.Choices?.find(({ Condition }) => holds(Condition, facts, passed))?.Next ?? state.Default;
  }
  return way;
};
