// A fan-out server on socket.io: each topic is a room.
// node sio.mjs PORT
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });

io.on('connection', (socket) => {
  const { topic, publisher } = socket.handshake.query;
  if (publisher) {
    socket.on('position', (position) => io.to(topic).emit('position', position));
  } else {
    socket.join(topic);
  }
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
