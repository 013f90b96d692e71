'use strict';

// Follows one order by the token behind the #: reads how it stands, then listens.
(function () {
  const WORDS = {
    en: {
      title: 'Your order',
      steps: ['Order received', 'Accepted', 'Being prepared', 'On its way', 'Delivered'],
      pending: 'Waiting to be accepted',
      confirmed: 'Accepted',
      preparing: 'Being prepared',
      ready: 'Ready to be fetched',
      on_delivery: 'On its way to you',
      delivered: 'Delivered',
      cancelled: 'Cancelled',
      undelivered: 'It could not be handed over',
      coming: {
        scooter: 'A courier comes for it by scooter.',
        bicycle: 'A courier comes for it by bicycle.',
      },
      vehicle: { scooter: 'By scooter.', bicycle: 'By bicycle.' },
      readyAt: (time) => 'Ready at about ' + time,
      endedAt: (time) => 'At ' + time,
      minutes: (n) => 'in about ' + n + ' min',
      soon: 'any moment now',
      door: 'Door',
      seconds: (n) => 'Position ' + n + ' s old',
      older: (n) => 'Position ' + n + ' min old',
      lost: 'Connection lost, trying again …',
      expired: 'This link has expired',
      bad: 'This link does not work',
      ask: 'Ask whoever sent it for a new one.',
      map: 'Map of the way',
      away: (m) => 'Map of the way: the courier is about ' + m + ' m from the door',
    },
    id: {
      title: 'Pesanan Anda',
      steps: ['Pesanan diterima', 'Disetujui', 'Sedang disiapkan', 'Dalam perjalanan', 'Sampai'],
      pending: 'Menunggu persetujuan',
      confirmed: 'Disetujui',
      preparing: 'Sedang disiapkan',
      ready: 'Siap diambil kurir',
      on_delivery: 'Sedang menuju Anda',
      delivered: 'Sudah sampai',
      cancelled: 'Dibatalkan',
      undelivered: 'Tidak dapat diserahkan',
      coming: {
        scooter: 'Kurir datang mengambilnya dengan skuter.',
        bicycle: 'Kurir datang mengambilnya dengan sepeda.',
      },
      vehicle: { scooter: 'Dengan skuter.', bicycle: 'Dengan sepeda.' },
      readyAt: (time) => 'Siap sekitar pukul ' + time,
      endedAt: (time) => 'Pukul ' + time,
      minutes: (n) => 'sekitar ' + n + ' menit lagi',
      soon: 'sebentar lagi',
      door: 'Pintu',
      seconds: (n) => 'Posisi ' + n + ' detik lalu',
      older: (n) => 'Posisi ' + n + ' menit lalu',
      lost: 'Sambungan terputus, mencoba lagi …',
      expired: 'Tautan ini sudah kedaluwarsa',
      bad: 'Tautan ini tidak berfungsi',
      ask: 'Mintalah tautan baru kepada pengirimnya.',
      map: 'Peta perjalanan',
      away: (m) => 'Peta perjalanan: kurir sekitar ' + m + ' m dari pintu',
    },
  };
  const STATUSES = ['pending', 'confirmed', 'preparing', 'on_delivery', 'delivered'];
  const FRAME_MS = 40;
  const SHOW_AGE_MS = 10000;
  const STALE_MS = 30000;
  const SILENT_MS = 45000;
  const LONGEST_WAIT_MS = 15000;

  const language = /^i[dn]\b/i.test(navigator.language) ? 'id' : 'en';
  const words = WORDS[language];
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const $ = (id) => document.getElementById(id);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const at = (instant) => time.format(new Date(instant));

  function show(id, text) {
    const element = $(id);
    if (element.textContent !== text) {
      element.textContent = text;
    }
    element.hidden = !text;
  }

  // The engine's clock; in a simulation it runs faster than life.

  const clock = { engine: Date.now(), real: Date.now(), speed: 1 };

  function setClock(engine, speed) {
    clock.engine = Date.parse(engine);
    clock.real = Date.now();
    clock.speed = speed || clock.speed;
  }

  function engineNow() {
    return clock.engine + (Date.now() - clock.real) * clock.speed;
  }

  // The order, as its last fact or else its view said.

  let order = null;
  let courier = null;
  let liveEta = null;

  function isOver() {
    return order.status === 'delivered' || order.status === 'cancelled';
  }

  function headline() {
    if (order.status === 'cancelled') {
      return order.stage === 'cancelled' ? words.cancelled : words.undelivered;
    }
    return order.stage === 'ready' ? words.ready : words[order.status];
  }

  function detail() {
    if (isOver()) {
      return order.endedAt ? words.endedAt(at(order.endedAt)) : '';
    }
    const how = order.status === 'on_delivery' ? words.vehicle : words.coming;
    return how[order.vehicle] || '';
  }

  function renderEta() {
    const eta = order && !isOver() && order.dropoffEta;
    const ready = order && order.readyAt && ['confirmed', 'preparing'].includes(order.status);
    $('eta').hidden = !eta && !(ready && order.stage !== 'ready');
    if (eta) {
      const left = Math.round((Date.parse(eta) - engineNow()) / 60000);
      $('eta-time').textContent = at(eta);
      $('eta-minutes').textContent = left < 1 ? words.soon : words.minutes(left);
    } else if (ready) {
      $('eta-time').textContent = '';
      $('eta-minutes').textContent = words.readyAt(at(order.readyAt));
    }
  }

  function renderSteps() {
    const reached = STATUSES.indexOf(order.status);
    const steps = $('steps');
    steps.hidden = reached < 0;
    if (!steps.children.length) {
      words.steps.forEach((word) => {
        steps.appendChild(document.createElement('li')).textContent = word;
      });
    }
    Array.from(steps.children).forEach((step, i) => {
      const done = i < reached || order.status === 'delivered';
      step.className = done ? 'done' : '';
      if (i === reached && !done) {
        step.setAttribute('aria-current', 'step');
      } else {
        step.removeAttribute('aria-current');
      }
    });
  }

  function render() {
    show('merchant', order.merchantName);
    show('headline', headline());
    show('detail', detail());
    document.title = headline() + ' · ' + order.merchantName;
    renderEta();
    renderSteps();
    const drawn = Boolean(order.merchant || order.door);
    $('map').hidden = !drawn;
    document.querySelector('main').classList.toggle('bare', !drawn);
    if (drawn) {
      fit();
    }
  }

  /** What to say instead of an order, for good. */
  function giveUp(text) {
    stopped = true;
    order = null;
    hangUp();
    ['map', 'steps', 'eta', 'line', 'merchant'].forEach((id) => {
      $(id).hidden = true;
    });
    document.querySelector('main').classList.add('bare');
    show('headline', text);
    show('detail', words.ask);
    document.title = text;
  }

  // The map: a picture of the streets, and over it the courier, who moves.

  const canvas = document.querySelector('canvas');
  const ground = document.createElement('canvas');
  let view = null;
  let streets = null;
  let asked = null;
  let painting = false;
  const colours = {
    ground: '', minor: '', major: '', casing: '', card: '', text: '', accent: '', courier: '', stale: '',
  };

  function size() {
    const box = canvas.getBoundingClientRect();
    const dots = Math.min(3, window.devicePixelRatio || 1);
    return { width: box.width, height: box.height, dots: dots };
  }

  function places() {
    return [order.merchant, order.door, courier && courier.to].filter(Boolean);
  }

  /** Shows all places, with room for their names; stands still while they stay well in sight. */
  function fit() {
    const now = size();
    const seen = places();
    if (!now.width || !seen.length) {
      return;
    }
    const room = (p) => {
      const [x, y] = project(p);
      return x > 24 && x < now.width - 24 && y > 34 && y < now.height - 40;
    };
    const same = view && ['width', 'height', 'dots'].every((side) => view[side] === now[side]);
    const next = frameOf(seen, now);
    if (!same || !seen.every(room) || next.perDegree > 1.7 * view.perDegree) {
      view = Object.assign(now, next);
      askForStreets();
      paintGround();
    }
    move();
  }

  function frameOf(seen, now) {
    const ends = (side) => [
      Math.min(...seen.map((p) => p[side])),
      Math.max(...seen.map((p) => p[side])),
    ];
    const [south, north] = ends('latitude');
    const [west, east] = ends('longitude');
    const latitude = (south + north) / 2;
    const shrink = Math.cos((latitude * Math.PI) / 180);
    const perDegree = Math.min(
      (now.width - 120) / Math.max((east - west) * shrink, 0.004),
      (now.height - 130) / Math.max(north - south, 0.004)
    );
    return { latitude, longitude: (west + east) / 2, shrink, perDegree };
  }

  function project(point) {
    return [
      view.width / 2 + (point.longitude - view.longitude) * view.shrink * view.perDegree,
      view.height / 2 - (point.latitude - view.latitude) * view.perDegree,
    ];
  }

  /** Rounded outwards, so that who looks again asks the same and finds it in the cache. */
  function askForStreets() {
    const tall = view.height / 2 / view.perDegree;
    const wide = view.width / 2 / view.perDegree / view.shrink;
    const down = (degrees) => (Math.floor(degrees * 200) / 200).toFixed(3);
    const up = (degrees) => (Math.ceil(degrees * 200) / 200).toFixed(3);
    const query =
      'south=' + down(view.latitude - tall) + '&west=' + down(view.longitude - wide) +
      '&north=' + up(view.latitude + tall) + '&east=' + up(view.longitude + wide);
    if (query !== asked) {
      asked = query;
      loadStreets(query).catch(() => {
        asked = null;
      });
    }
  }

  async function loadStreets(query) {
    let answer = await get('v1/map/streets?' + query);
    if (answer.status === 422) {
      answer = await get('v1/map/streets?majorOnly=true&' + query);
    }
    if (answer.ok && query === asked) {
      streets = await answer.json();
      paintGround();
      paint();
    }
  }

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    Object.keys(colours).forEach((name) => {
      colours[name] = style.getPropertyValue('--' + name).trim();
    });
  }

  function paintGround() {
    readColours();
    ground.width = view.width * view.dots;
    ground.height = view.height * view.dots;
    const pen = ground.getContext('2d');
    pen.scale(view.dots, view.dots);
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, view.width, view.height);
    pen.lineCap = pen.lineJoin = 'round';
    if (streets) {
      const wide = Math.max(0.75, Math.min(1.8, view.perDegree / 45000));
      strokeAll(pen, streets.minor, 2.2 * wide, colours.casing);
      strokeAll(pen, streets.major, 4.6 * wide, colours.casing);
      strokeAll(pen, streets.minor, 1.4 * wide, colours.minor);
      strokeAll(pen, streets.major, 3.4 * wide, colours.major);
    }
  }

  function strokeAll(pen, rows, width, style) {
    pen.lineWidth = width;
    pen.strokeStyle = style;
    pen.beginPath();
    rows.forEach((row) => {
      for (let i = 0; i < row.length; i += 2) {
        const [x, y] = project({ latitude: row[i], longitude: row[i + 1] });
        pen[i ? 'lineTo' : 'moveTo'](x, y);
      }
    });
    pen.stroke();
  }

  /** Paints until the courier has arrived where the last fix said. */
  function move() {
    if (!painting) {
      painting = true;
      setTimeout(() => requestAnimationFrame(step), FRAME_MS);
    }
  }

  function step() {
    painting = false;
    if (order && view) {
      paint();
      if (courier && Date.now() < courier.heard + courier.lasts) {
        move();
      }
    }
  }

  function paint() {
    if (canvas.width !== ground.width || canvas.height !== ground.height) {
      canvas.width = ground.width;
      canvas.height = ground.height;
    }
    const pen = canvas.getContext('2d');
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(ground, 0, 0);
    pen.scale(view.dots, view.dots);
    const { merchant, door } = order;
    const doorIsNorth = !merchant || (door && door.latitude > merchant.latitude);
    if (merchant) {
      name(pen, order.merchantName, merchant, !doorIsNorth);
      square(pen, ...project(merchant));
    }
    if (door) {
      name(pen, words.door, door, doorIsNorth);
      house(pen, ...project(door));
    }
    if (courier) {
      dot(pen, whereNow());
    }
  }

  function ringed(pen, fill) {
    pen.fillStyle = fill;
    pen.strokeStyle = colours.card;
    pen.lineWidth = 3;
    pen.stroke();
    pen.fill();
  }

  function square(pen, x, y) {
    pen.beginPath();
    pen.rect(x - 7, y - 7, 14, 14);
    ringed(pen, colours.text);
  }

  function house(pen, x, y) {
    pen.beginPath();
    [[0, -11], [11, -1], [7, -1], [7, 9], [-7, 9], [-7, -1], [-11, -1]].forEach(([dx, dy]) =>
      pen.lineTo(x + dx, y + dy)
    );
    pen.closePath();
    ringed(pen, colours.accent);
  }

  function dot(pen, point) {
    const [x, y] = project(point);
    const fill = ageMs() >= STALE_MS || courier.stale ? colours.stale : colours.courier;
    if (courier.heading !== undefined) {
      const way = ((courier.heading - 90) * Math.PI) / 180;
      pen.beginPath();
      pen.moveTo(x + 18 * Math.cos(way), y + 18 * Math.sin(way));
      pen.arc(x, y, 9, way + 0.7, way - 0.7);
      pen.closePath();
    } else {
      pen.beginPath();
      pen.arc(x, y, 9, 0, 2 * Math.PI);
    }
    ringed(pen, fill);
  }

  function name(pen, text, point, above) {
    const [x, y] = project(point);
    pen.font = '600 13px ' + getComputedStyle(document.body).fontFamily;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const short = text.length > 24 ? text.slice(0, 23) + '…' : text;
    const half = pen.measureText(short).width / 2 + 6;
    const middle = Math.min(Math.max(x, half), view.width - half);
    pen.strokeStyle = colours.card;
    pen.lineWidth = 4;
    pen.lineJoin = 'round';
    pen.strokeText(short, middle, y + (above ? -23 : 23));
    pen.fillStyle = colours.text;
    pen.fillText(short, middle, y + (above ? -23 : 23));
  }

  // The courier: a fix is walked to from where the last one was, in the time that lay between.

  function whereNow() {
    const part = courier.lasts ? Math.min(1, (Date.now() - courier.heard) / courier.lasts) : 1;
    const between = (side) => courier.from[side] + (courier.to[side] - courier.from[side]) * part;
    return { latitude: between('latitude'), longitude: between('longitude') };
  }

  function ageMs() {
    return courier.age + Date.now() - courier.heard;
  }

  function takeFix(frame) {
    const to = { latitude: frame.latitude, longitude: frame.longitude };
    const now = Date.now();
    const between = courier ? now - courier.heard : 0;
    courier = {
      from: courier ? whereNow() : to,
      to,
      heading: frame.heading,
      stale: frame.stale,
      age: frame.ageMillis / clock.speed,
      heard: now,
      lasts: still.matches || between > 10000 ? 0 : Math.min(between, 4000),
    };
    if (order) {
      fit();
      tick();
    }
  }

  function tick() {
    if (!order) {
      return;
    }
    renderEta();
    const age = courier ? ageMs() : 0;
    const seconds = Math.round(age / 1000);
    show('age', age < SHOW_AGE_MS ? ''
      : seconds < 100 ? words.seconds(seconds) : words.older(Math.round(seconds / 60)));
    canvas.setAttribute('aria-label', courier && order.door ? words.away(metresLeft()) : words.map);
    if (courier && view) {
      move();
    }
  }

  function metresLeft() {
    const north = (courier.to.latitude - order.door.latitude) * 111200;
    const east = (courier.to.longitude - order.door.longitude) * 111200 * view.shrink;
    return Math.max(1, Math.round(Math.hypot(north, east) / 50)) * 50;
  }

  // The line to the engine.

  const token = location.hash.slice(1);
  const orderId = subject(token);
  const topic = 'order:' + orderId;
  let socket = null;
  let cursor = null;
  let resuming = false;
  let subscribed = false;
  let heardAt = 0;
  let attempts = 0;
  let waiting = null;
  let refreshing = null;
  let stopped = false;

  function subject(jwt) {
    try {
      return JSON.parse(atob(jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).sub;
    } catch (_) {
      return null;
    }
  }

  function get(path) {
    return fetch(path, {
      headers: { Authorization: 'Bearer ' + token },
      credentials: 'omit',
    });
  }

  /** Reads how the order stands. What a fact has said since counts for more than its view. */
  async function load() {
    const [clocked, answer] = await Promise.all([
      get('v1/clock'),
      get('v1/orders/' + encodeURIComponent(orderId) + '/tracking'),
    ]);
    if ([401, 403, 404].includes(answer.status)) {
      const problem = await answer.json().catch(() => ({}));
      giveUp(problem.code === 'token-expired' ? words.expired : words.bad);
      return;
    }
    if (!answer.ok || !clocked.ok) {
      throw new Error('The engine answers ' + answer.status + '.');
    }
    const told = await clocked.json();
    setClock(told.now, told.speed);
    const read = await answer.json();
    const known = order && subscribed ? { status: order.status, stage: order.stage } : {};
    order = Object.assign(read, known);
    order.dropoffEta = liveEta || order.dropoffEta;
    if (isOver()) {
      end();
    }
    render();
  }

  async function connect() {
    waiting = null;
    subscribed = false;
    liveEta = null;
    try {
      await load();
    } catch (_) {
      retry();
      return;
    }
    if (!stopped) {
      open();
    }
  }

  function open() {
    const url = new URL('v1/stream', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.hash = '';
    const line = new WebSocket(url.href, ['antar.v1.json', 'antar.bearer.' + token]);
    socket = line;
    heardAt = Date.now();
    line.onopen = subscribe;
    line.onmessage = (message) => {
      if (socket !== line) {
        return;
      }
      heardAt = Date.now();
      take(JSON.parse(message.data));
    };
    line.onclose = (closing) => {
      if (socket === line) {
        socket = null;
        if (closing.code === 4001) {
          giveUp(words.expired);
        } else {
          retry();
        }
      }
    };
  }

  function subscribe() {
    resuming = cursor !== null;
    const frame = { type: 'subscribe', topic: topic };
    socket.send(JSON.stringify(resuming ? Object.assign(frame, { resume: cursor }) : frame));
  }

  function take(frame) {
    if (frame.cursor !== undefined && (frame.topic === topic || subscribed)) {
      cursor = frame.cursor;
    }
    if (frame.type === 'subscribed') {
      subscribed = true;
      attempts = 0;
      show('line', '');
      render();
    } else if (frame.type === 'order') {
      takeFact(frame);
    } else if (frame.type === 'position') {
      takeFix(frame);
    } else if (frame.type === 'eta') {
      order.dropoffEta = liveEta = frame.dropoffEta;
      renderEta();
    } else if (frame.type === 'heartbeat') {
      setClock(frame.now);
    } else if (frame.type === 'problem') {
      takeProblem(frame);
    }
  }

  /** What was missed is shown once all of it is there. */
  function takeFact(frame) {
    order.status = frame.status || order.status;
    order.stage = frame.stage || order.stage;
    if (frame.event === 'CourierUnassigned' || frame.event === 'OrderStranded') {
      courier = null;
      order.vehicle = null;
      order.dropoffEta = liveEta = null;
    }
    if (isOver()) {
      order.endedAt = order.endedAt || frame.occurredAt;
      end();
    } else if (frame.event !== 'Snapshot') {
      clearTimeout(refreshing);
      refreshing = setTimeout(() => load().catch(() => {}), 700);
    }
    if (subscribed || stopped) {
      render();
      tick();
    }
  }

  /** Where the cursor does not serve, the state is read again. */
  function takeProblem(frame) {
    if (frame.code === 'unavailable') {
      retry();
    } else if (resuming && !subscribed) {
      cursor = null;
      resuming = false;
      load().then(() => socket && subscribe(), retry);
    } else if (frame.topic === topic) {
      giveUp(words.bad);
      hangUp();
    }
  }

  /** Nothing more will happen. */
  function end() {
    stopped = true;
    courier = null;
    clearTimeout(refreshing);
    show('line', '');
    hangUp();
  }

  function hangUp() {
    const line = socket;
    socket = null;
    if (line) {
      line.close();
    }
  }

  function retry() {
    hangUp();
    subscribed = false;
    if (!stopped && waiting === null) {
      show('line', words.lost);
      const wait = Math.min(LONGEST_WAIT_MS, 500 * Math.pow(2, attempts++));
      waiting = setTimeout(connect, wait * (0.5 + Math.random() / 2));
    }
  }

  /** At once when there is reason to hope. */
  function hope() {
    if (waiting !== null) {
      clearTimeout(waiting);
      connect();
    }
  }

  function watch() {
    if (socket && Date.now() - heardAt > SILENT_MS) {
      retry();
    }
    tick();
  }

  document.documentElement.lang = language;
  document.title = words.title;
  addEventListener('hashchange', () => location.reload());
  addEventListener('online', hope);
  addEventListener('resize', () => order && fit());
  document.addEventListener('visibilitychange', () => document.hidden || hope());
  matchMedia('(prefers-color-scheme: dark)').addListener(() => {
    if (view) {
      paintGround();
      move();
    }
  });
  if (orderId) {
    setInterval(watch, 1000);
    connect();
  } else {
    giveUp(words.bad);
  }
})();
