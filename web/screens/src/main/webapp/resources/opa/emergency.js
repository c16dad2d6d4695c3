// While patient data is open by an emergency: how long it still is, and away from the patient when it is over.
(() => {
  'use strict';
  const bar = document.querySelector('#emergency');
  if (!bar) return;
  const words = bar.querySelector('#emergencyLeft');
  const end = Date.now() + 1000 * Number(bar.dataset.left);

  function look() {
    const left = end - Date.now();
    if (left <= 0) {
      location.assign(bar.dataset.over);
      return;
    }
    const minutes = Math.ceil(left / 60000);
    const said = minutes + ' min left';
    // A screen reader hears a status whenever it changes: near the end it may, before that it stays quiet.
    words.setAttribute('aria-live', minutes <= 2 ? 'polite' : 'off');
    if (words.textContent !== said) words.textContent = said;
  }

  setInterval(look, 1000);
  look();
})();
