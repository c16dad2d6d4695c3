// What every screen does by itself: it notices what happened and shows it in place; dialogs; uploads.
(() => {
  'use strict';
  const STILL_THERE = 5 * 60 * 1000;
  const own = { headers: { 'X-Screen': '1' } };
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  let lastTouch = Date.now();

  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(kind, () => { lastTouch = Date.now(); }, { passive: true });
  }

  const say = (words) => { find('#said').textContent = words; };

  const trouble = (words) => {
    const place = find('#trouble');
    place.textContent = words;
    place.hidden = !words;
  };

  const home = find('[data-home]');
  if (home && !location.search.includes('id=')) {
    history.replaceState(null, '', home.dataset.home);
  }

  // A section with an open dialog, or with something half typed, is left alone.
  const busy = (part) => find('dialog[open]', part) || find('form.change:not([hidden])', part)
    || (part.contains(document.activeElement) && /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)
      && document.activeElement.type !== 'file' && document.activeElement.type !== 'submit');

  const plain = (part) => part.outerHTML.replace(/<input[^>]*jakarta\.faces\.ViewState[^>]*>/g, '')
    .replace(/ open=""/g, '').replace(/ class="[^"]*\b(here|shown)\b[^"]*"/g, '');

  const signedOut = (answer) => {
    if (answer.redirected && answer.url.includes('sign-in')) {
      location.assign(answer.url);
      return true;
    }
    return false;
  };

  async function refresh(address = location.href) {
    const answer = await fetch(address, { ...own, cache: 'no-store' });
    if (signedOut(answer)) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const heard = [];
    for (const old of all('[data-live]')) {
      const now = fresh.getElementById(old.id);
      if (!now || busy(old) || plain(old) === plain(now)) continue;
      if (now.dataset.say && now.dataset.say !== old.dataset.say) heard.push(now.dataset.say);
      const focus = old.contains(document.activeElement) ? document.activeElement : null;
      for (const details of all('details[open][id]', old)) {
        now.querySelector('#' + CSS.escape(details.id))?.setAttribute('open', '');
      }
      const uploads = find('.uploads', old);
      if (uploads && find('.uploads', now)) find('.uploads', now).replaceWith(uploads);
      old.replaceWith(document.adoptNode(now));
      if (focus?.id) document.getElementById(focus.id)?.focus({ preventScroll: true });
    }
    if (heard.length) say(heard.join('. '));
    document.dispatchEvent(new CustomEvent('opa:fresh'));
  }

  // An open page asks whether anything happened; nobody there, nobody asks, and the session may end.
  const pulse = find('[data-pulse]');
  async function beat() {
    const waiting = find('[data-busy="yes"]') || find('progress');
    try {
      if (!document.hidden && Date.now() - lastTouch < STILL_THERE) {
        const answer = await fetch(pulse.dataset.pulse, { ...own, cache: 'no-store' });
        if (signedOut(answer)) return;
        const mark = answer.ok ? await answer.text() : pulse.dataset.mark;
        if (mark !== pulse.dataset.mark) {
          pulse.dataset.mark = mark;
          await refresh();
        }
        trouble('');
      }
    } catch {
      trouble('The connection is gone. What you saved is saved; this page tries again by itself.');
    }
    setTimeout(beat, waiting ? 1000 : 5000);
  }
  if (pulse) setTimeout(beat, 1000);

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (opener && opener.tagName === 'BUTTON') document.getElementById(opener.dataset.open).showModal();
    if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
  });

  // A second press sends nothing.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.gone) event.preventDefault();
    else if (form.method === 'post') form.dataset.gone = 'yes';
  });

  document.addEventListener('change', (event) => {
    const filter = event.target.closest('[data-filter]');
    if (filter) {
      const address = filter.getAttribute('action') + '?' + new URLSearchParams(new FormData(filter));
      history.replaceState(null, '', address);
      refresh().then(() => say(all('tbody tr').length + ' rows'));
    }
    if (event.target.id === 'files') {
      take(event.target.closest('[data-upload]'), [...event.target.files]);
      event.target.value = '';
    }
  });

  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, (event) => {
      const drop = event.target.closest?.('[data-upload]');
      if (!drop) return;
      event.preventDefault();
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop') take(drop, [...event.dataTransfer.files]);
    });
  }

  const MOST = 25 * 1024 * 1024;

  async function take(drop, files) {
    // The place may be drawn anew meanwhile; the list goes along.
    const list = find('.uploads', drop);
    for (const file of files) {
      const line = document.createElement('li');
      const name = document.createElement('span');
      name.textContent = file.name;
      const bar = document.createElement('progress');
      bar.max = 100;
      bar.value = 0;
      bar.setAttribute('aria-label', 'Uploading ' + file.name);
      line.append(name, bar);
      list.append(line);
      const problem = file.size > MOST
        ? 'larger than 25 MiB. Split it, or scan it with fewer dots to the inch.'
        : await send(drop.dataset.upload, file, (part) => { bar.value = part; });
      bar.remove();
      if (problem) {
        line.className = 'bad';
        name.textContent = file.name + ': not taken. ' + problem;
        say(name.textContent);
      } else {
        line.remove();
        say(file.name + ' is uploaded; its reading began.');
      }
      await refresh();
    }
  }

  const send = (address, file, progress) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('X-Screen', '1');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => progress(100 * event.loaded / event.total);
    request.onload = () => {
      if (request.status === 202) resolve('');
      else if (request.responseURL.includes('sign-in')) location.assign(request.responseURL);
      else resolve(request.responseText.length < 300 ? request.responseText : 'Something went wrong on our side.');
    };
    request.onerror = () => resolve('The connection broke. Send it again; the same file is never kept twice.');
    request.send(file);
  });

  window.opa = { refresh, say, trouble, find, all, own, signedOut };
})();
