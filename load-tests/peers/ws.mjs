// A fan-out server on the package ws: what a publisher of a topic sends goes to all its followers.
// node ws.mjs PORT
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const followers = new Map();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

function followersOf(topic) {
  if (!followers.has(topic)) {
    followers.set(topic, new Set());
  }
  return followers.get(topic);
}

function follow(socket, topic) {
  const all = followersOf(topic);
  all.add(socket);
  socket.on('close', () => all.delete(socket));
}

function publish(socket, topic) {
  const all = followersOf(topic);
  socket.on('message', (message) => {
    for (const follower of all) {
      follower.send(message, { binary: false });
    }
  });
}

const server = createServer();
server.on('upgrade', (request, connection, head) => {
  sockets.handleUpgrade(request, connection, head, (socket) => {
    const [, what, topic] = request.url.split('/');
    (what === 'publish' ? publish : follow)(socket, topic);
  });
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
