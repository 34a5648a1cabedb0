import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../schemas/route-paths.ts';

const find = pathMatcher(
  [
    '/{council}/{path+}',
    '/',
    '/{council}',
    '/{council}/case/{reference}',
    '/{council}/case/sign-in',
    '/assets/{file}',
  ].map((path) => ({ path })),
);

describe('a path', () => {
  it.each([
    { path: '/', pattern: '/', params: {} },
    { path: '/rutland', pattern: '/{council}', params: { council: 'rutland' } },
    { path: '/rutland/', pattern: '/{council}', params: { council: 'rutland' } },
    { path: '/rutland/help', pattern: '/{council}/{path+}', params: { council: 'rutland', path: 'help' } },
    { path: '/rutland/a/b/c', pattern: '/{council}/{path+}', params: { council: 'rutland', path: 'a/b/c' } },
    { path: '/rutland/case/sign-in', pattern: '/{council}/case/sign-in', params: { council: 'rutland' } },
    {
      path: '/rutland/case/K7M-29QX-T4F',
      pattern: '/{council}/case/{reference}',
      params: { council: 'rutland', reference: 'K7M-29QX-T4F' },
    },
    { path: '/rutland/case', pattern: '/{council}/{path+}', params: { council: 'rutland', path: 'case' } },
    { path: '/assets/a.css', pattern: '/assets/{file}', params: { file: 'a.css' } },
    { path: '/assets/a/b', pattern: '/{council}/{path+}', params: { council: 'assets', path: 'a/b' } },
    { path: '/rutl%61nd', pattern: '/{council}', params: { council: 'rutland' } },
    { path: '/rutland/a%2Fb', pattern: '/{council}/{path+}', params: { council: 'rutland', path: 'a/b' } },
  ])('$path fits $pattern best', ({ path, pattern, params }) => {
    expect(find(path)).toEqual({ entry: { path: pattern }, params });
  });

  it.each(['//', '//help', '/%', '/rutland/%E0%A4%A'])('%s fits nothing', (path) => {
    expect(find(path)).toBeUndefined();
  });

  it('fits the same pattern in whichever order the patterns were given', () => {
    const patterns = ['/{council}', '/{council}/{path+}', '/{council}/draft', '/{council}/draft/{path+}'];
    const found = [patterns, patterns.toReversed()].map((order) =>
      pathMatcher(order.map((path) => ({ path })))('/rutland/draft/check'),
    );

    expect(found.map((match) => match?.entry.path)).toEqual(['/{council}/draft/{path+}', '/{council}/draft/{path+}']);
  });
});
