/** The floor of starting: a server that answers every request with one word, and prints its port. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('ready'));
server.listen(Number(process.env['CAREWAY_PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : address);
});
