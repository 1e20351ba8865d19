// What a page of the list is measured against: a program that holds the rows, answers them, and does nothing else.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const page = await json(process.stdin);
const server = createServer((_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(page));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
