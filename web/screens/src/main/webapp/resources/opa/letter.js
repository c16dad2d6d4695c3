// The letter: sentence by sentence, judged while it is written, with the record beside it.
(() => {
  'use strict';
  const { say, trouble, find, all, own, signedOut } = window.opa;
  const desk = find('#letter');
  if (!desk) return;
  const may = desk.dataset.may === 'true';
  const PAUSE = 900;
  let letter = null;
  let version = 0;
  let here = null;
  let dirty = false;
  let asked = 0;
  let waiting = 0;
  let told = 0;

  const make = (tag, words, attributes = {}) => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const shape = (name) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', '#i-' + name);
    svg.setAttribute('aria-hidden', 'true');
    svg.append(use);
    return svg;
  };

  const button = (words, what, act) => {
    const made = make('button', words, { type: 'button', class: 'quiet small' });
    made.append(make('span', ' ' + what, { class: 'sr' }));
    made.addEventListener('click', act);
    return made;
  };

  // One call to the letter's door; its refusal is shown in the door's own words.
  async function call(more, body, heading = {}) {
    let answer;
    try {
      answer = await fetch(desk.dataset.from + more, body === undefined
        ? { ...own, cache: 'no-store' }
        : { method: 'POST', headers: { ...own.headers, ...heading, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    } catch {
      trouble('The connection is gone. Your words are still here; they are not saved.');
      return null;
    }
    if (signedOut(answer)) return null;
    if (!answer.ok) {
      trouble((more.includes('act=save') ? 'Not saved; your words are still here. ' : '') + await answer.text());
      return null;
    }
    trouble('');
    return answer.json();
  }

  const text = () => ({
    paragraphs: letter.paragraphs.filter((p) => p.sentences.length).map((p) => ({
      item: p.item,
      sentences: p.sentences.map((s) => ({ text: s.text, citations: s.citations, kept_because: s.kept_because || null })),
    })),
  });
  const sentences = () => letter.paragraphs.flatMap((p) => p.sentences);
  const place = (cited) => 'review.xhtml?document=' + cited.document_id + '&page=' + cited.page + '&at=' + cited.start;
  const passageOf = (cited) => letter.passages.find((p) => same(p.cited, cited));
  const same = (a, b) => a.document_id === b.document_id && a.page === b.page && a.start === b.start && a.end === b.end;
  const fit = (area) => { area.rows = Math.max(2, Math.ceil(area.value.length / 70)); };

  function changed(sentence) {
    dirty = true;
    find('#save').disabled = false;
    if (sentence) sentence.phrase = false;
    clearTimeout(waiting);
    waiting = setTimeout(judge, PAUSE);
  }

  // What comes back late, after more was typed, is not shown.
  async function judge() {
    const turn = ++asked;
    if (!sentences().length || sentences().some((s) => !s.text.trim())) return;
    const answer = await call('&act=check', text());
    if (!answer || turn !== asked) return;
    take(answer.letter, false);
    if (open() !== told) say(standing());
    told = open();
  }

  function take(judged, whole) {
    if (whole) {
      letter = judged;
      version = judged.version;
    } else {
      const found = judged.paragraphs.flatMap((p) => p.sentences);
      sentences().forEach((s, i) => Object.assign(s, { faults: found[i].faults, passes: found[i].passes, phrase: found[i].phrase }));
      Object.assign(letter, { holds: judged.holds, passages: judged.passages, contrary: judged.contrary, holes: judged.holes, versions: judged.versions });
    }
    letter.template = judged.template;
    if (whole) {
      draw();
      told = open();
    }
    if (!whole) sentences().forEach(drawFaults);
    stand();
  }

  const open = () => sentences().filter((s) => !s.passes).length;
  const standing = () => {
    const left = open();
    if (left) return left + (left === 1 ? ' sentence' : ' sentences') + ' to put right before it can be sent';
    return letter.template ? 'The template’s words; each holds' : 'Each sentence holds';
  };

  function stand() {
    const bar = find('#standing');
    bar.className = 'next ' + (open() ? 'part' : 'good');
    find('#stands').textContent = standing() + (dirty ? '. Not saved yet' : '');
    if (!may) return;
    find('#save').disabled = !dirty;
    find('#back').hidden = letter.template || !version;
  }

  function draw() {
    let number = 0;
    find('#paragraphs').replaceChildren(...letter.paragraphs.map((paragraph, at) => {
      const item = make('li', '', { class: paragraph.item ? 'paragraph item' : 'paragraph' });
      const list = make('ol', '');
      for (const sentence of paragraph.sentences) list.append(row(sentence, paragraph, ++number));
      item.append(make('span', 'Paragraph ' + (at + 1), { class: 'sr' }), list);
      return item;
    }));
    sentences().forEach(drawFaults);
    drawBeside();
    drawVersions();
  }

  function row(sentence, paragraph, number) {
    const line = make('li', '', { class: 'sentence' });
    const id = 's' + number;
    const area = make('textarea', '', { id, 'aria-describedby': 'w' + number, maxlength: 2000 });
    area.value = sentence.text;
    area.readOnly = !may;
    fit(area);
    area.addEventListener('focus', () => { here = sentence; });
    area.addEventListener('input', () => {
      sentence.text = area.value;
      fit(area);
      changed(sentence);
    });
    sentence.line = line;
    sentence.number = number;
    line.append(make('label', 'Sentence ' + number, { for: id }), area,
      make('ul', '', { class: 'cites' }), make('ul', '', { class: 'faults', id: 'w' + number }), reason(sentence, number));
    if (may) line.append(acts(sentence, paragraph, number));
    drawCites(sentence);
    return line;
  }

  function reason(sentence, number) {
    const box = make('p', '', { class: 'why field', hidden: '' });
    const input = make('input', '', { id: 'r' + number, maxlength: 500, autocomplete: 'off' });
    input.value = sentence.kept_because || '';
    input.readOnly = !may;
    input.addEventListener('input', () => {
      sentence.kept_because = input.value;
      changed();
    });
    box.append(make('label', 'Your reason to keep sentence ' + number + ' (kept with your name, never sent)', { for: 'r' + number }), input);
    return box;
  }

  function acts(sentence, paragraph, number) {
    const bar = make('div', '', { class: 'acts' });
    const what = 'sentence ' + number;
    bar.append(
      button('New sentence', 'after ' + what, () => insert(paragraph, sentence)),
      button('New paragraph', 'after ' + what, () => {
        const made = { item: false, sentences: [] };
        letter.paragraphs.splice(letter.paragraphs.indexOf(paragraph) + 1, 0, made);
        insert(made, null);
      }),
      button('Take out', what, () => {
        paragraph.sentences.splice(paragraph.sentences.indexOf(sentence), 1);
        letter.paragraphs = letter.paragraphs.filter((p) => p.sentences.length);
        again(sentences()[Math.max(0, number - 2)]);
        say('Sentence ' + number + ' is taken out.');
      }));
    return bar;
  }

  function insert(paragraph, after, words = '', phrase = false) {
    const made = { text: words, citations: [], kept_because: null, faults: [], passes: phrase, phrase };
    paragraph.sentences.splice(after ? paragraph.sentences.indexOf(after) + 1 : paragraph.sentences.length, 0, made);
    again(made);
  }

  function again(focus) {
    draw();
    changed();
    stand();
    if (focus) find('textarea', focus.line).focus();
    else find('#add-paragraph').focus();
  }

  function drawCites(sentence) {
    find('.cites', sentence.line).replaceChildren(...sentence.citations.map((cited) => {
      const line = make('li', '');
      const known = passageOf(cited);
      line.append(make('q', known ? known.words : cited.quote), ' ',
        make('a', (known ? known.document + ', ' : '') + 'page ' + cited.page, { href: place(cited) }));
      if (may) {
        line.append(' ', button('Take out', 'this citation of sentence ' + sentence.number, () => {
          sentence.citations = sentence.citations.filter((other) => other !== cited);
          drawCites(sentence);
          changed();
          find('textarea', sentence.line).focus();
        }));
      }
      return line;
    }));
  }

  function drawFaults(sentence) {
    const bad = sentence.faults.length > 0;
    const list = sentence.faults.map((fault) => {
      const line = make('li', '', { class: fault.blocks ? 'bad' : 'part' });
      line.append(shape(fault.blocks ? 'bad' : 'part'), make('span', fault.detail));
      return line;
    });
    if (!bad && sentence.phrase) list.push(make('li', 'The template’s; it needs no citation.', { class: 'soft' }));
    find('.faults', sentence.line).replaceChildren(...list);
    find('.why', sentence.line).hidden = !sentence.kept_because && (!bad || sentence.faults.some((f) => f.blocks));
    sentence.line.classList.toggle('open', !sentence.passes);
  }

  function passage(found, cite) {
    const line = make('li', '');
    const words = make('q', found.words);
    const about = make('span', found.about, { class: 'soft' });
    line.append(about, words, make('a', found.document + ', page ' + found.cited.page, { href: place(found.cited) }));
    if (may && cite) {
      line.append(button('Cite', 'in the sentence where you write: ' + found.words, () => {
        const to = here && sentences().includes(here) ? here : sentences()[0];
        if (!to) return;
        if (!to.citations.some((c) => same(c, found.cited))) to.citations.push(found.cited);
        drawCites(to);
        changed();
        find('textarea', to.line).focus();
        say('Cited in sentence ' + to.number + '.');
      }));
    }
    return line;
  }

  function drawBeside() {
    const needle = find('#find').value.trim().toLowerCase();
    const shown = letter.passages.filter((p) => (p.about + ' ' + p.words + ' ' + p.document).toLowerCase().includes(needle));
    find('#evidence-count').textContent = shown.length;
    find('#passages').replaceChildren(...shown.map((p) => passage(p, true)));
    find('#contrary').hidden = !letter.contrary.length;
    find('#contrary-count').textContent = letter.contrary.length;
    find('#against').replaceChildren(...letter.contrary.map((against) => {
      const line = make('li', '');
      const list = make('ul', '');
      against.passages.forEach((p) => list.append(passage({ ...p, about: '' }, false)));
      line.append(make('strong', against.about), make('span', against.why, { class: 'soft' }), list);
      return line;
    }));
    find('#holes').hidden = !letter.holes.length;
    find('#holes-count').textContent = letter.holes.length;
    find('#missing').replaceChildren(...letter.holes.map((hole) => {
      const line = make('li', '');
      line.append(make('strong', hole.criterion), make('span', hole.why, { class: 'soft' }));
      if (hole.ask) line.append(make('span', 'To do: ' + hole.ask));
      return line;
    }));
    drawDenial();
    const phrases = find('#phrases');
    if (phrases) phrases.replaceChildren(...letter.phrases.map((p) => make('option', p, { value: p })));
  }

  function drawDenial() {
    find('#denial').hidden = !letter.denial;
    if (!letter.denial) return;
    find('#denied-on').textContent = 'Told on ' + letter.denial.on + '. In the payer’s words:';
    const reasons = letter.denial.reasons.map((reason) => {
      const line = make('li', '');
      line.append(make('mark', reason));
      return line;
    });
    find('#reasons').replaceChildren(...reasons, ...letter.denial.notes.map((note) => make('li', note)));
  }

  let names = {};
  function drawVersions() {
    find('#no-version').hidden = letter.versions.length > 0;
    find('#versions').replaceChildren(...letter.versions.map((one) => {
      const line = make('li', '');
      const body = make('div', '');
      const when = make('time', new Date(one.saved_at).toLocaleString(), { datetime: one.saved_at });
      const head = make('span', one.number + '. ' + (names[one.saved_by] || 'OpenPriorAuth') + ', ');
      head.append(when, one.template ? ': back to the template' : '');
      const see = button('What changed', 'in version ' + one.number, async () => {
        const told = await call('&version=' + one.number);
        if (!told) return;
        const list = make('ul', '', { class: 'changes' });
        told.added.forEach((words) => list.append(make('li', 'Added: ' + words)));
        told.removed.forEach((words) => list.append(make('li', 'Taken out: ' + words)));
        if (!list.children.length) list.append(make('li', 'No sentence; citations or reasons only.'));
        find('.changes', body)?.remove();
        body.append(list);
        say('Version ' + one.number + ': ' + told.added.length + ' added, ' + told.removed.length + ' taken out.');
      });
      body.append(head, ' ', see);
      line.append(shape('dot'), body);
      return line;
    }));
  }

  async function settle(more, body) {
    clearTimeout(waiting);
    asked++;
    const answer = await call(more, body, { 'X-Seen': version });
    if (!answer) return;
    names = answer.names;
    dirty = false;
    take(answer.letter, true);
    say('Saved. ' + standing() + '.');
  }

  find('#save')?.addEventListener('click', () => settle('&act=save', text()));
  find('#do-reset')?.addEventListener('click', async () => {
    find('#reset').close();
    await settle('&act=reset', {});
    find('#main').focus();
  });
  find('#add-phrase')?.addEventListener('click', () => {
    const last = letter.paragraphs[letter.paragraphs.length - 1];
    const at = letter.paragraphs.find((p) => p.sentences.includes(here)) || last;
    if (at) insert(at, at.sentences.includes(here) ? here : null, find('#phrases').value, true);
  });
  find('#add-paragraph')?.addEventListener('click', () => {
    const made = { item: false, sentences: [] };
    letter.paragraphs.push(made);
    insert(made, null);
  });
  find('#find').addEventListener('input', drawBeside);
  addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

  call('').then((answer) => {
    if (!answer) {
      find('#stands').textContent = 'The letter cannot be written yet.';
      return;
    }
    names = answer.names;
    take(answer.letter, true);
  });
})();
