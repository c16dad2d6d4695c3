// A session ends when nobody is there. Two minutes before, that is said, with a way to stay.
(() => {
  'use strict';
  const WARN = 120 * 1000;
  const bar = document.querySelector('#session');
  if (!bar) return;
  const words = bar.querySelector('#ending');
  const stay = bar.querySelector('#stay');
  // Other windows of this browser share the session: what one of them hears, all of them know.
  const others = new BroadcastChannel('opa-session');
  let end = Date.now() + 1000 * Number(bar.dataset.left);

  const heard = (left) => {
    if (left === null || left === undefined) return;
    end = Date.now() + 1000 * Number(left);
    others.postMessage(end);
    look();
  };
  others.onmessage = (event) => {
    end = event.data;
    look();
  };

  // Away from this page with its patient, and back to it after signing in.
  const leave = () => {
    const here = location.pathname.split('/').pop() + location.search;
    location.assign(bar.dataset.signIn + '?ended=1&next=' + encodeURIComponent(here));
  };

  function look() {
    const left = end - Date.now();
    if (left <= 0) {
      leave();
      return;
    }
    const warns = left <= WARN;
    bar.classList.toggle('warns', warns);
    stay.hidden = !warns;
    const said = warns
      ? 'Your session ends in ' + (left > 60000 ? 'two minutes' : 'less than a minute')
        + ' unless you stay. What you saved is saved.'
      : '';
    // Said again only when the words change: nobody is read a countdown.
    if (words.textContent !== said) words.textContent = said;
  }

  stay.addEventListener('click', async () => {
    try {
      const answer = await fetch(bar.dataset.stay, { headers: { 'X-Screen': '1' }, cache: 'no-store' });
      if (answer.redirected) leave();
      else heard(answer.headers.get('X-Session-Left'));
      document.querySelector('#main').focus();
    } catch {
      words.textContent = 'The connection is gone. Your session ends soon; try again.';
    }
  });

  setInterval(look, 1000);
  look();
  window.opaSession = { heard, leave };
})();
