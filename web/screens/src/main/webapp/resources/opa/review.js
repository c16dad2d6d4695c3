// The review: the page beside what was read on it, by mouse or by keys; every word is saved at once.
(() => {
  'use strict';
  const { refresh, say, trouble, find, all } = window.opa;
  const review = find('#review');
  if (!review) return;
  const paper = find('.paper');
  const leaf = find('#leaf');
  let page = Number(review.dataset.first);
  let here = null;

  const rows = () => all('.field-row').filter((row) => row.offsetParent !== null);
  const rowOf = (id) => document.getElementById('f-' + id);

  function turn(to) {
    if (!paper || to < 1 || to > Number(paper.dataset.pages) || to === page) return;
    page = to;
    leaf.src = review.dataset.image + '&page=' + page;
    leaf.alt = leaf.alt.replace(/^Page \d+/, 'Page ' + page);
    find('#where').textContent = 'Page ' + page + ' of ' + paper.dataset.pages;
    history.replaceState(null, '', 'review.xhtml?document=' + review.dataset.document + '&page=' + page);
    mark();
  }

  // Shows the boxes of this page, the picked one strongest and in sight.
  function mark() {
    for (const box of all('.box')) {
      box.classList.toggle('shown', Number(box.dataset.page) === page);
      box.classList.toggle('here', box.dataset.box === here);
    }
    for (const row of all('.field-row')) {
      row.classList.toggle('here', row.dataset.field === here);
      const pick = find('.pick', row);
      if (row.dataset.field === here) pick.setAttribute('aria-current', 'true');
      else pick.removeAttribute('aria-current');
    }
    const box = find('.box.here.shown');
    if (box && paper && box.offsetHeight) {
      paper.scrollTop = Math.max(0, box.offsetTop - paper.clientHeight / 3);
      paper.scrollLeft = Math.max(0, box.offsetLeft - paper.clientWidth / 4);
    }
  }

  function pick(row, focus) {
    if (!row) return;
    row.closest('details')?.setAttribute('open', '');
    here = row.dataset.field;
    turn(Number(row.dataset.page));
    mark();
    if (focus) {
      find('.pick', row).focus();
      row.scrollIntoView({ block: 'nearest' });
    }
  }

  const fresh = async () => {
    await refresh();
    mark();
  };

  const tell = (parts, then) =>
    post(review.dataset.verdict, new URLSearchParams({ document: review.dataset.document, ...parts }), then);

  async function post(door, body, then) {
    let answer;
    let refusal;
    try {
      answer = await fetch(door, { method: 'POST', headers: { 'X-Screen': '1' }, body });
      refusal = answer.ok ? '' : 'Not saved. ' + await answer.text();
    } catch {
      trouble('Not saved: the connection is gone. Try again when it is back.');
      return;
    }
    if (window.opa.signedOut(answer)) return;
    trouble(refusal);
    if (!refusal) await then();
  }

  function settle(row, verdict, value, reason) {
    const open = all('[data-open] .field-row');
    const next = open[open.indexOf(row) + 1] || open.find((other) => other !== row);
    const id = next ? next.dataset.field : null;
    const parts = { field: row.dataset.field, verdict, reason: reason || '' };
    if (value) parts.value = value;
    const form = find('form.change', row);
    if (form) form.hidden = true;
    tell(parts, async () => {
      await fresh();
      if (id && rowOf(id)) pick(rowOf(id), true);
      else pick(rowOf(row.dataset.field), true);
    });
  }

  function change(row, open) {
    const form = find('form.change', row);
    if (!form) return;
    form.hidden = !open;
    if (open) {
      pick(row, false);
      find('input', form).select();
    } else {
      find('.pick', row).focus();
    }
  }

  // Where documents begin and what they are: rows in the order of their pages, the first from page 1.
  const division = find('#division');
  const beginnings = () => all('[data-part]', division);
  const first = (part) => find('[name=first]', part);

  function ordered() {
    const parts = beginnings().sort((one, other) => first(one).value - first(other).value);
    parts.forEach((part, i) => {
      part.parentElement.append(part);
      first(part).readOnly = i === 0;
      find('[data-join]', part).hidden = i === 0;
    });
  }

  function divide(open) {
    division.hidden = !open;
    find('#divide').setAttribute('aria-expanded', String(open));
    if (open) ordered();
    (open ? find('select', division) : find('#divide')).focus();
  }

  function begin() {
    let part = beginnings().find((other) => Number(first(other).value) === page);
    if (!part) {
      part = beginnings()[0].cloneNode(true);
      first(part).value = page;
      find('select', part).value = '';
      find('ol', division).append(part);
      ordered();
    }
    find('select', part).focus();
  }

  function join(part) {
    const before = part.previousElementSibling;
    part.remove();
    ordered();
    find('select', before).focus();
  }

  document.addEventListener('click', (event) => {
    const on = (selector) => event.target.closest(selector);
    const row = on('.field-row');
    if (on('[data-turn]')) turn(page + Number(on('[data-turn]').dataset.turn));
    else if (on('[data-show]')) turn(Number(on('[data-show]').dataset.show));
    else if (on('[data-page-verdict]')) {
      const asked = on('[data-page-verdict]');
      tell({ page: asked.dataset.page, verdict: asked.dataset.pageVerdict }, async () => {
        await fresh();
        find('#main').focus();
      });
    } else if (on('[data-document-verdict]')) {
      on('dialog')?.close();
      tell({ verdict: on('[data-document-verdict]').dataset.documentVerdict }, () => location.reload());
    } else if (on('#divide')) divide(division.hidden);
    else if (on('[data-undivide]')) divide(false);
    else if (on('[data-begin]')) begin();
    else if (on('[data-join]')) join(on('[data-part]'));
    else if (row && on('[data-say-verdict]')) settle(row, on('[data-say-verdict]').dataset.sayVerdict);
    else if (row && on('[data-change]')) change(row, true);
    else if (row && on('[data-unchange]')) change(row, false);
    else if (row && on('[data-pick]')) pick(row, true);
  });

  document.addEventListener('submit', (event) => {
    if (event.target === division) {
      event.preventDefault();
      ordered();
      const said = new URLSearchParams(new FormData(division));
      said.set('document', review.dataset.document);
      said.set('pages', division.dataset.pages);
      post(division.action, said, () => location.reload());
      return;
    }
    if (!event.target.matches('form.change')) return;
    event.preventDefault();
    const row = event.target.closest('.field-row');
    settle(row, 'changed', event.target.elements.value.value, event.target.elements.reason.value);
  });

  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.field-row');
    if (row && row.dataset.field !== here) pick(row, false);
  });

  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    const row = here && rowOf(here);
    if (event.key === 'Escape' && event.target.closest('form.change')) change(row, false);
    if (event.key === 'Escape' && event.target.closest('#division')) divide(false);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !find('#keys')?.checked
      || find('dialog[open]')) return;
    const list = rows();
    const at = list.indexOf(row);
    const act = {
      j: () => pick(list[Math.min(at + 1, list.length - 1)], true),
      k: () => pick(list[Math.max(at - 1, 0)], true),
      a: () => row && settle(row, 'accepted'),
      c: () => row && change(row, true),
      r: () => row && settle(row, 'rejected'),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  document.addEventListener('opa:fresh', mark);
  leaf?.addEventListener('load', mark);
  leaf?.addEventListener('error', () => say('The page image cannot be drawn right now.'));

  const wanted = review.dataset.at
    && all('.field-row').find((row) => row.dataset.start === review.dataset.at && Number(row.dataset.page) === page);
  if (wanted) pick(wanted, true);
  else mark();
})();
