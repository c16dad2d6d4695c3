// The page behind a mailed link. Its secret stands behind the hash sign, which no server is told by itself: it goes into
// the form, and out of the address. The window keeps an invitation's, so that signing in on the way does not lose it.
(() => {
  'use strict';
  const KEPT = 'opa-link ' + location.pathname;
  const look = document.querySelector('[data-look]');
  const place = document.querySelector('input[name=token]');
  const secret = location.hash.slice(1) || (look && sessionStorage.getItem(KEPT)) || '';
  document.body.classList.toggle('linked', Boolean(secret));
  if (!secret || !place) return;
  if (look) sessionStorage.setItem(KEPT, secret);
  history.replaceState(null, '', location.pathname + location.search);
  place.value = secret;
  // PrimeFaces makes its buttons work when jQuery says that the page is ready, so not before that.
  window.jQuery(() => look?.querySelector('button').click());
})();
