'use strict';

const at = id => document.getElementById(id);
let entries = [];

const put = (parent, tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
};

const ask = async path => {
  const answer = await fetch('v1/history/catalogue' + path);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
};

const list = () => {
  const wanted = at('find').value.trim().toLowerCase();
  const found = entries.filter(it => (it.type + ' ' + it.description).toLowerCase().includes(wanted));
  at('families').replaceChildren();
  at('line').textContent = found.length + ' of ' + entries.length + ' types';
  let family = '';
  for (const entry of found) {
    if (entry.family !== family) {
      family = entry.family;
      put(at('families'), 'h3', family);
    }
    put(at('families'), 'a', entry.type).href = '#' + entry.type;
  }
};

const field = it => {
  const row = put(at('fields'), 'tr', '');
  put(row, 'td', it.name);
  put(row, 'td', it.type + (it.nullable ? ', or null' : ''));
  put(row, 'td', it.description + (it.personal ? ' Personal: sealed for its person.' : ''));
};

const show = async () => {
  const type = decodeURIComponent(location.hash.slice(1));
  if (!type) {
    return;
  }
  const event = await ask('/' + encodeURIComponent(type));
  at('event').hidden = false;
  at('name').textContent = event.type;
  at('facts').textContent = event.family + ', revision ' + event.revision
    + (event.olderRevisions.length ? ' (also read: ' + event.olderRevisions.join(', ') + ')' : '')
    + (event.guarded ? '; for who may read the audit log' : '');
  at('text').textContent = event.description;
  at('fields').replaceChildren();
  event.fields.forEach(field);
  at('example').textContent = JSON.stringify(event.example, null, 2);
  at('schema').textContent = JSON.stringify(event.schema, null, 2);
};

const failed = () => {
  at('line').textContent = 'The engine did not answer as it should. Reload to try again.';
};

at('find').addEventListener('input', list);
addEventListener('hashchange', () => show().catch(failed));
ask('').then(it => {
  entries = it.events;
  list();
  return show();
}).catch(failed);
