import { type Limit, limits } from '../infra/service-map.ts';

/** What a limit looks at. */
export type Counted = {
  readonly address: string;
  readonly council: string | undefined;
  readonly method: string;
  /** Whether it comes to a door behind which a secret could be guessed. */
  readonly guarded: boolean;
};

/** AWS WAF follows as many at once; who has not asked for longest is forgotten first. */
const followed = 10_000;
/** Into how many parts a window is divided: what is older than the window goes by parts. */
const parts = 10;

const isCounted = ({ counts }: Limit, { method, guarded }: Counted): boolean => {
  const sends = method !== 'GET' && method !== 'HEAD';
  return counts === 'all' || (sends && (counts === 'sent' || guarded));
};

/** Counts one limit for everybody. Answers whether this one is over it: all that is asked counts, what is refused as well. */
const counter = (limit: Limit, now: () => number) => {
  const part = (limit.seconds * 1000) / parts;
  const counts = new Map<string, Map<number, number>>();
  return (of: string): boolean => {
    const current = Math.floor(now() / part);
    const known = counts.get(of) ?? new Map<number, number>();
    counts.delete(of);
    counts.set(of, known);
    // A clock that was put back leaves nothing behind that is still to come.
    for (const at of known.keys()) if (at <= current - parts || at > current) known.delete(at);
    known.set(current, (known.get(current) ?? 0) + 1);
    if (counts.size > followed) counts.delete(counts.keys().next().value ?? '');
    return [...known.values()].reduce((sum, count) => sum + count, 0) > limit.requests;
  };
};

/**
 * The limits of the manifest, counted as AWS WAF counts them before the deployed API. Each request is told once; the answer is the seconds for which it is
 * turned away, or undefined.
 *
 * @see AWS WAF Developer Guide, Rate-based rule statements
 */
export const createRateLimits = (now: () => number) => {
  const every = Object.values<Limit>(limits).map((limit) => ({ limit, isOver: counter(limit, now) }));
  return (request: Counted): number | undefined => {
    const over = every.filter(({ limit, isOver }) => {
      const of = request[limit.of];
      return of !== undefined && isCounted(limit, request) && isOver(of);
    });
    return over.length === 0 ? undefined : Math.max(...over.map(({ limit }) => limit.seconds));
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;
