import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors, gatewayPaths, routes, siteMethods, sites } from '../../infra/service-map.ts';
import { createGateway } from '../../local/gateway.ts';
import { functionNames, type Resource, resources, synthesized } from './synthesized.ts';

const template = synthesized();
const names = functionNames(template);

/** A node of the deployed API's tree: a segment, the methods that it has, and the function behind them. */
type Node = { part: string; path: string; children: Node[]; behind: Map<string, string> };

const deployedTree = (): Node => {
  const nodes = new Map(
    resources(template, 'AWS::ApiGateway::Resource').map(([id, { Properties }]): [string, Node] => [
      id,
      { part: Properties.PathPart, path: '', children: [], behind: new Map() },
    ]),
  );
  const root: Node = { part: '', path: '/', children: [], behind: new Map() };
  for (const [id, { Properties }] of resources(template, 'AWS::ApiGateway::Resource')) {
    (nodes.get(Properties.ParentId.Ref) ?? root).children.push(nodes.get(id) ?? root);
  }
  const name = (node: Node, above: string): void => {
    for (const child of node.children) {
      child.path = `${above}/${child.part}`;
      name(child, child.path);
    }
  };
  name(root, '');
  for (const [, { Properties }] of resources(template, 'AWS::ApiGateway::Method')) {
    const [, id = ''] = /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(Properties.Integration.Uri)) ?? [];
    (nodes.get(Properties.ResourceId.Ref) ?? root).behind.set(Properties.HttpMethod, names.get(id) ?? '');
  }
  return root;
};
const tree = deployedTree();
const everyNode = (node: Node): Node[] => [node, ...node.children.flatMap(everyNode)];

const rank = ({ part }: Node): number => (part.endsWith('+}') ? 2 : part.startsWith('{') ? 1 : 0);

/** The nodes that a path leads to, the most exact first. */
const led = (node: Node, [segment, ...others]: readonly string[]): Node[] => {
  if (segment === undefined) return [node];
  return node.children
    .filter(({ part }) => part === segment || part.startsWith('{'))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((child) => (rank(child) === 2 ? [child] : led(child, others)));
};

type Answer = { function: string; resource: string } | 404;
const answerOf = (node: Node | undefined, method: string): Answer => {
  const behind = node?.behind.get(method);
  return node === undefined || behind === undefined ? 404 : { function: behind, resource: node.path };
};
const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** API Gateway by its guide: the most exact resource, and then its method. */
const byPath = (method: string, path: string): Answer => answerOf(led(tree, segments(path))[0], method);

/** API Gateway as it has been measured: a resource without the method lets others that fit have the request. */
const byPathAndMethod = (method: string, path: string): Answer =>
  answerOf(
    led(tree, segments(path)).find(({ behind }) => behind.has(method)),
    method,
  );

const asked = [
  ...routes.map(({ path }) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'council' ? 'rutland' : 'x')),
  ),
  '/atlantis',
  '/assets',
  '/assets/a/b',
  '/rutland/no/such/page',
  '/rutland/case/K7M/nothing',
  '/rutland/case/sign-in/a/b',
  '/rutland/drafty',
  '/rutland/staff',
  '/rutland/staff/no/such/page',
  '/rutland/staffing',
  '/staff/tasks',
  '/_local/clock',
];
const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const requests = asked.flatMap((path) => everyMethod.map((method) => ({ method, path })));

/** Says which function was called, as its answer. */
const gateway = createGateway({
  invoke: async (name, event) => ({
    statusCode: 200,
    headers: { 'x-function': name, 'x-resource': (event as APIGatewayProxyEvent).resource },
    body: '',
  }),
});
const server = createServer((request, response) => void gateway(request, response));
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const locally = async (method: string, path: string): Promise<Answer | number> => {
  const { status, headers } = await fetch(url + path, { method });
  const [name, resource] = [headers.get('x-function'), headers.get('x-resource')];
  return name === null || resource === null ? status : { function: name, resource };
};

describe('the local gateway', () => {
  it('lets each request through to the function behind the same resource as the deployed API, and refuses the same', async () => {
    for (const { method, path } of requests) {
      expect(await locally(method, path), `${method} ${path}`).toEqual(byPath(method, path));
    }
  });

  it('says itself what the deployed API says itself', async () => {
    const [, { Properties: own }] = resources(template, 'AWS::ApiGateway::GatewayResponse').find(
      ([, { Properties }]) => Properties.ResponseType === 'MISSING_AUTHENTICATION_TOKEN',
    ) as [string, Resource];
    const response = await fetch(`${url}/rutland`, { method: 'DELETE' });
    const { instance, ...body } = JSON.parse(await response.text());
    const { instance: deployed, ...template404 } = JSON.parse(own.ResponseTemplates['application/json']);

    expect(String(response.status)).toBe(own.StatusCode);
    expect(body).toEqual(template404);
    expect([instance, deployed]).toEqual([expect.stringMatching(/^urn:request:/), 'urn:request:$context.requestId']);
    for (const [name, value] of Object.entries<string>(own.ResponseParameters)) {
      expect(response.headers.get(name.replace('gatewayresponse.header.', ''))).toBe(value.slice(1, -1));
    }
  });
});

describe('the deployed API', () => {
  it('lets every route through to the function of its site', () => {
    for (const { method, path, site } of routes) {
      const filled = path.replaceAll(/\{(\w+)\}/g, 'x');
      expect(byPath(method, filled), `${method} ${path}`).toMatchObject({ function: sites[site] });
    }
  });

  it('answers a request in the same way whether it goes by the path, or by path and method together', () => {
    for (const { method, path } of requests) {
      expect(byPathAndMethod(method, path), `${method} ${path}`).toEqual(byPath(method, path));
    }
  });

  it('has no resource without methods, which might hide what lies under it', () => {
    expect(everyNode(tree).filter(({ behind }) => behind.size === 0)).toEqual([]);
    expect(everyNode(tree)).toHaveLength(gatewayPaths.length);
  });

  it('lets through what the routes of a site ask for, and HEAD, and nothing that asks across sites', () => {
    for (const site of ['public', 'staff'] as const) {
      const needed = routes.flatMap((route) => (route.site === site ? [route.method] : []));
      expect(siteMethods[site].toSorted()).toEqual([...new Set([...needed, 'HEAD'])].toSorted());
    }
    expect(
      requests.filter(({ method }) => method === 'OPTIONS').map(({ method, path }) => byPath(method, path)),
    ).toEqual(asked.map(() => 404));
  });

  it('costs a new page nothing: its resources are as many as its doors make', () => {
    const methods = gatewayPaths.reduce((sum, { site }) => sum + siteMethods[site].length, 0);

    expect(resources(template, 'AWS::ApiGateway::Method')).toHaveLength(methods);
    expect(methods).toBeLessThan(routes.length);
    expect(new Set(doors.map(({ path }) => path)).size).toBe(doors.length);
  });
});
