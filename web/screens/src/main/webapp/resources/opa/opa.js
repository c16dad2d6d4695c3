// What every screen does by itself: it notices what happened and shows it in place; commands; uploads.
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

  // What somebody is just reading to say yes to, or is half typing in, is left alone.
  const busy = (part) => part.closest('dialog[open]') || find('dialog[open]', part) || find('form.change:not([hidden])', part)
    || (part.contains(document.activeElement) && /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)
      && document.activeElement.type !== 'file' && document.activeElement.type !== 'submit');

  const plain = (part) => part.outerHTML.replace(/<input[^>]*jakarta\.faces\.ViewState[^>]*>/g, '')
    .replace(/ open=""/g, '').replace(/ class="[^"]*\b(here|shown)\b[^"]*"/g, '');

  // The same thing in what was drawn anew; links and buttons in rows have no id.
  const counterpart = (focus, within) => {
    if (focus.id) return document.getElementById(focus.id);
    const same = all(focus.tagName, within).filter((other) => other.getAttribute('href') === focus.getAttribute('href')
      && (focus.hasAttribute('href') || other.textContent === focus.textContent));
    return same.find((other) => other.className === focus.className) || same[0];
  };

  const signedOut = (answer) => {
    if (answer.redirected && answer.url.includes('sign-in')) {
      window.opaSession.leave();
      return true;
    }
    window.opaSession?.heard(answer.headers.get('X-Session-Left'));
    return false;
  };

  async function refresh(address = location.href) {
    const answer = await fetch(address, { ...own, cache: 'no-store' });
    if (signedOut(answer)) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const heard = [];
    let whole = true;
    for (const old of all('[data-live]')) {
      const now = fresh.getElementById(old.id);
      if (!now || plain(old) === plain(now)) continue;
      if (busy(old)) {
        whole = false;
        continue;
      }
      if (now.dataset.say && now.dataset.say !== old.dataset.say) heard.push(now.dataset.say);
      const focus = old.contains(document.activeElement) ? document.activeElement : null;
      for (const details of all('details[open][id]', old)) {
        now.querySelector('#' + CSS.escape(details.id))?.setAttribute('open', '');
      }
      const uploads = find('.uploads', old);
      if (uploads && find('.uploads', now)) find('.uploads', now).replaceWith(uploads);
      old.replaceWith(document.adoptNode(now));
      if (focus) counterpart(focus, now)?.focus({ preventScroll: true });
    }
    if (heard.length) say(heard.join('. '));
    document.dispatchEvent(new CustomEvent('opa:fresh'));
    return whole;
  }

  // An open page asks whether anything happened; nobody there, nobody asks, and the session may end.
  const pulse = find('[data-pulse]');
  let away = false;
  const lost = (now) => {
    if (now !== away) trouble(now ? 'The connection is gone. What you saved is saved; this page tries again by itself.' : '');
    away = now;
  };
  async function beat() {
    const waiting = find('[data-busy="yes"]') || find('progress');
    try {
      if (!document.hidden && Date.now() - lastTouch < STILL_THERE) {
        const answer = await fetch(pulse.dataset.pulse, { ...own, cache: 'no-store' });
        if (signedOut(answer)) return;
        const mark = answer.ok ? await answer.text() : pulse.dataset.mark;
        // What was left alone is looked at again with the next beat.
        if (mark !== pulse.dataset.mark && await refresh()) pulse.dataset.mark = mark;
        lost(false);
      }
    } catch {
      lost(true);
    }
    setTimeout(beat, waiting ? 1000 : 5000);
  }
  if (pulse) setTimeout(beat, 1000);

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (opener && opener.tagName === 'BUTTON') open(document.getElementById(opener.dataset.open), opener.dataset);
    // The same file, put right meanwhile, may be chosen again.
    if (event.target.matches('[data-read]')) event.target.value = '';
    if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
  });

  // One dialog for many lines: what it is about comes from the button that opened it.
  function open(dialog, about) {
    for (const place of all('[data-fill]', dialog)) {
      const text = about['fill' + place.dataset.fill[0].toUpperCase() + place.dataset.fill.slice(1)];
      if (place.type === 'checkbox') place.checked = text === 'true';
      else if (/^(INPUT|SELECT)$/.test(place.tagName)) place.value = text ?? '';
      else place.textContent = text;
    }
    dialog.showModal();
  }

  // A command has its answer: its dialog closes, and the focus goes to what came of it.
  function answered(xhr, args) {
    window.opaSession?.heard(xhr.getResponseHeader('X-Session-Left'));
    if (args.redirect) return;
    const error = find('error', xhr.responseXML || document.createElement('none'));
    if (error) {
      trouble(error.textContent.includes('ViewExpired')
        ? 'This page is older than the server. Nothing was done; load the page again.'
        : BROKEN);
    } else if (args.validationFailed) {
      (find('[aria-invalid="true"]') || find('.ui-state-error'))?.focus();
    } else if (xhr.status === 200) {
      trouble('');
      find('dialog[open]')?.close();
      if (find('#told')?.textContent.trim()) find('#told').focus();
      document.dispatchEvent(new CustomEvent('opa:fresh'));
    }
  }

  const BROKEN = 'Something went wrong on our side. Look at what the page says before you press again. (OPA-1010)';
  const GONE = 'The connection broke before an answer came. Load the page again: it says what was done. (OPA-1011)';
  window.jQuery?.(document)
    .on('pfAjaxComplete', (event, xhr, settings, args) => answered(xhr, args || {}))
    .on('pfAjaxError', (event, xhr) => {
      find('dialog[open]')?.close();
      if (xhr.status === 429 || xhr.status === 403) trouble(xhr.responseText);
      else trouble(xhr.status ? BROKEN : GONE);
    });

  document.addEventListener('change', (event) => {
    const filter = event.target.closest('[data-filter]');
    if (filter) {
      const address = filter.getAttribute('action') + '?' + new URLSearchParams(new FormData(filter));
      history.replaceState(null, '', address);
      refresh().then(() => say(all('tbody tr').length + ' rows'));
    }
    const source = event.target.closest('[data-read]');
    if (source && source.files.length) readInto(document.getElementById(source.dataset.read), source.files[0]);
    if (event.target.id === 'files') {
      take(event.target.closest('[data-upload]'), [...event.target.files]);
      event.target.value = '';
    }
  });

  // A chosen file is shown before anything is sent: somebody may want to put it right first.
  async function readInto(place, file) {
    if (file.size > MOST_TYPED) {
      trouble(file.name + ' is larger than 1 MiB. (OPA-1004)');
      return;
    }
    place.value = await file.text();
    trouble('');
    say(file.name + ' stands in the field below it.');
  }

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
  const MOST_TYPED = 1024 * 1024;

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
        ? 'larger than 25 MiB. Split it, or scan it with fewer dots to the inch. (OPA-1504)'
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
      else if (request.responseURL.includes('sign-in')) window.opaSession.leave();
      else resolve(request.responseText.length < 300 ? request.responseText : BROKEN);
    };
    request.onerror = () => resolve('The connection broke. Send it again; the same file is never kept twice.');
    request.send(file);
  });

  // Pages are drawn one after the other by a reader that may be busy: a blank sheet would be a lie.
  function drawAgain(image) {
    const tries = Number(image.dataset.tries || 0) + 1;
    image.dataset.tries = tries;
    if (tries <= 5) {
      setTimeout(() => { image.src = image.src.replace(/&try=\d+$/, '') + '&try=' + tries; }, 1000 * tries);
    } else {
      const words = document.createElement('span');
      words.className = 'undrawn';
      words.textContent = image.alt + ' cannot be drawn right now. Load this page again. (OPA-1507)';
      image.replaceWith(words);
    }
  }
  document.addEventListener('error', (event) => {
    if (event.target.matches?.('.sheets img')) drawAgain(event.target);
  }, true);
  all('.sheets img').filter((image) => image.complete && !image.naturalWidth && image.currentSrc).forEach(drawAgain);

  window.opa = { refresh, say, trouble, find, all, own, signedOut };
})();
