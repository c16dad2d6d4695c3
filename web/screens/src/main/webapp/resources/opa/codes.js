// A field of codes is completed by code and by words: typed into it, the list comes; arrows choose, Enter takes.
(() => {
  'use strict';
  const PAUSE = 200;
  const { all, own, say, signedOut } = window.opa;
  let list = null;
  let field = null;
  let at = -1;
  let asked = 0;
  let timer = 0;

  // Codes that are typed already stay as they are; what comes behind them is looked for.
  const CODES = /^(?:[A-Za-z]\d[0-9A-Za-z](?:\.[0-9A-Za-z]{1,4})?[\s,;]+)*/;
  const kept = (input) => (input.dataset.codes === 'icd10cm' ? CODES.exec(input.value)[0] : '');
  const system = (input) => (input.dataset.codes === 'service' ? input.closest('tr').querySelector('select').value : input.dataset.codes);

  function close() {
    clearTimeout(timer);
    asked++;
    list?.remove();
    field?.setAttribute('aria-expanded', 'false');
    field?.removeAttribute('aria-activedescendant');
    field?.removeAttribute('aria-controls');
    list = null;
    at = -1;
  }

  function take(option) {
    field.value = kept(field) + option.dataset.code;
    field.title = option.dataset.words;
    say(option.dataset.code + ', ' + option.dataset.words);
    close();
  }

  function mark(next) {
    const options = all('[role=option]', list);
    at = (next + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    options[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[at].id);
  }

  function show(input, codes) {
    close();
    if (!codes.length) return;
    field = input;
    list = document.createElement('ul');
    list.className = 'completions';
    list.id = 'completions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Codes');
    codes.forEach((code, i) => {
      const option = document.createElement('li');
      option.id = 'completion-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.code = code.code;
      option.dataset.words = code.words;
      const name = document.createElement('span');
      name.className = 'code';
      name.textContent = code.code;
      option.append(name, ' ' + code.words + (code.billable ? '' : ' (a heading)'));
      list.append(option);
    });
    input.after(list);
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'true');
    say(codes.length + (codes.length === 1 ? ' code' : ' codes'));
  }

  async function look(input) {
    const turn = ++asked;
    const words = input.value.slice(kept(input).length).trim();
    const of = system(input);
    if (words.length < 2 || !['icd10cm', 'hcpcs', 'cpt'].includes(of)) return;
    const answer = await fetch(input.dataset.from + '?' + new URLSearchParams({ system: of, q: words }), { ...own, cache: 'no-store' });
    if (signedOut(answer) || !answer.ok || turn !== asked || document.activeElement !== input) return;
    const codes = await answer.json();
    if (turn !== asked) return;
    // Typed to its end: there is nothing to choose.
    if (codes.length === 1 && codes[0].code === words.toUpperCase()) input.title = codes[0].words;
    else show(input, codes);
  }

  document.addEventListener('input', (event) => {
    const input = event.target.closest('[data-codes]');
    if (!input) return;
    close();
    input.title = '';
    timer = setTimeout(() => look(input).catch(close), PAUSE);
  });

  document.addEventListener('keydown', (event) => {
    if (!list || event.target !== field) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(at < 0 && step < 0 ? -1 : at + step);
    else if (event.key === 'Enter' && at >= 0) take(all('[role=option]', list)[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  document.addEventListener('pointerdown', (event) => {
    const option = event.target.closest('#completions [role=option]');
    if (!option) return;
    event.preventDefault();
    take(option);
  });

  document.addEventListener('focusout', (event) => {
    if (event.target === field) close();
  });
})();
