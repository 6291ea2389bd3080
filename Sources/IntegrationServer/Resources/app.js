// What HTML alone cannot do: dialogs, editing in place, copying, live updates. Every page works without it.
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

  // Dialogs. One that the server left open becomes modal.
  const open = (dialog) => {
    if (dialog.open) dialog.close();
    dialog.showModal();
    const first = one('[aria-invalid], .field input, .field select, .field textarea', dialog);
    if (first) first.focus();
  };
  const bindDialogs = () => all('dialog[open]').forEach((dialog) => { if (!dialog.matches(':modal')) open(dialog); });

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target.closest('[data-open], [data-confirm], [data-close], [data-edit], [data-cancel-edit], [data-copy], [data-older]');
    if (!target) {
      if (event.target.matches('dialog:modal')) {
        const box = event.target.getBoundingClientRect();
        const isInside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
        if (!isInside && !isDirty(event.target)) event.target.close();
      }
      return;
    }
    const data = target.dataset;
    const dialog = data.open || data.confirm ? document.getElementById(data.open || data.confirm) : target.closest('dialog');
    if ('open' in data || 'confirm' in data) {
      if (dialog) { event.preventDefault(); open(dialog); }
    } else if ('close' in data) {
      if (dialog) {
        event.preventDefault();
        dialog.close();
        const address = new URL(location.href);
        if (address.searchParams.has('form')) { address.searchParams.delete('form'); history.replaceState(null, '', address); }
      }
    } else if ('edit' in data || 'cancelEdit' in data) {
      const field = target.closest('[data-edit-field]');
      const form = one('form', field);
      const isOpening = 'edit' in data;
      event.preventDefault();
      if (!isOpening) form.reset();
      form.hidden = !isOpening;
      one('.own-value', field).hidden = isOpening;
      const input = one('.input, input:not([type=hidden])', form);
      if (isOpening) { input.focus(); if (input.select) input.select(); } else one('[data-edit]', field).focus();
    } else if ('copy' in data) {
      navigator.clipboard.writeText(one('[data-copy-text]', target.parentElement).textContent).then(() => {
        const label = one('.sr', target);
        label.textContent = 'Copied';
        target.title = 'Copied';
        setTimeout(() => { label.textContent = 'Copy'; target.title = ''; }, 2000);
      });
    } else if ('older' in data) {
      event.preventDefault();
      loadOlder(target);
    }
  });

  const bindCopies = () => { if (navigator.clipboard) all('[data-copy]').forEach((button) => { button.hidden = false; }); };

  const isDirty = (root) => all('input, textarea, select', root).some((input) => {
    if (input.type === 'hidden') return false;
    if (input.type === 'checkbox') return input.checked !== input.defaultChecked;
    if (input.tagName === 'SELECT') return [...input.options].some((option) => option.selected !== option.defaultSelected && option.value);
    return input.value !== input.defaultValue;
  });

  // A form is sent once.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.matches('.inline-form') && event.submitter && event.submitter.dataset.confirm) { event.preventDefault(); return; }
    if (form.matches('.composer')) { event.preventDefault(); send(form); return; }
    if (form.matches('.composer-filled')) { event.preventDefault(); sendTemplate(form); return; }
    if (form.matches('#react, #again') && event.submitter) { event.preventDefault(); press(form, event.submitter).catch(() => {}); return; }
    form.dataset.sent = '1';
    all('button[type=submit]', form).forEach((button) => { button.setAttribute('aria-disabled', 'true'); });
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    all('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      all('[aria-disabled]', form).forEach((button) => button.removeAttribute('aria-disabled'));
    });
  });

  // Fields that come and go with what is filled in: the server says which; what was typed meanwhile stays.
  const redraws = new WeakMap();
  const redraw = async (form) => {
    const turn = (redraws.get(form) || 0) + 1;
    redraws.set(form, turn);
    // Files are left where they are.
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    body.set('_draw', '1');
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    if (!response.ok || redraws.get(form) !== turn || form.dataset.sent) return;
    const fresh = one(`[data-testid="${CSS.escape(form.dataset.testid)}"] .form-fields`, parse(await response.text()));
    const stale = one('.form-fields', form);
    if (!fresh || redraws.get(form) !== turn) return;
    const focused = stale.contains(document.activeElement) ? document.activeElement.id : null;
    all('input, textarea, select', fresh).forEach((input) => {
      const before = document.getElementById(input.id);
      if (before && before.form === form && input.type === 'file' && before.type === 'file') { input.replaceWith(before); return; }
      if (before && before.form === form && before.type === input.type && !input.disabled) {
        input.value = before.value;
        if ('checked' in input) input.checked = before.checked;
      }
    });
    stale.replaceWith(fresh);
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  };
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-live]');
    // Without an answer the fields stay, and the server checks them all when the form is sent.
    if (form && !form.dataset.sent) redraw(form).catch(() => {});
  });

  // The menu of a narrow screen closes when something else is touched.
  document.addEventListener('click', (event) => all('details.menu[open]').forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') all('details.menu[open]').forEach((menu) => { menu.open = false; one('summary', menu).focus(); });
    const text = event.target;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && text.matches && text.matches('.composer-text')) {
      event.preventDefault();
      text.form.requestSubmit();
    }
  });

  // The composer.
  const composerError = (message) => {
    const line = one('#composer-error');
    one('[data-error-text]', line).textContent = message;
    line.hidden = false;
  };
  const fail = (status) => composerError(status === 401 || status === 403
    ? 'You are no longer signed in. Copy your text, then load this page again.'
    : status === 413 ? 'That is too much at once. Send the files one by one.'
      : 'The server could not be reached. Your text is still here; try again.');
  // Files are sent with a request that tells how far it is.
  const post = (form, body, onProgress) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('X-Fragment', 'composer');
    request.setRequestHeader('Accept', 'text/html');
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
    request.addEventListener('load', () => resolve(request));
    request.addEventListener('error', () => reject(new Error('0')));
    request.addEventListener('abort', () => reject(new Error('stopped')));
    const stop = one('[data-stop]', form);
    if (stop) stop.onclick = () => request.abort();
    request.send(body);
  });
  const sizeText = (bytes) => bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1).replace(/\.0$/, '')} MB`;
  const chosen = (form) => one('.composer-attach input', form);
  const setFiles = (input, files) => {
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    showFiles(input);
  };
  const showFiles = (input) => {
    const list = one('[data-chosen]', input.form);
    const files = [...input.files];
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file, index) => {
      const item = document.createElement('li');
      if (file.type.startsWith('image/') && file.size < 8388608) {
        const image = document.createElement('img');
        image.alt = '';
        const reader = new FileReader();
        reader.addEventListener('load', () => { image.src = reader.result; });
        reader.readAsDataURL(file);
        item.append(image);
      }
      const text = document.createElement('span');
      const name = document.createElement('bdi');
      name.textContent = file.name;
      const size = document.createElement('span');
      size.className = 'composer-size';
      size.textContent = ` ${sizeText(file.size)}`;
      text.append(name, size);
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'icon-button';
      remove.setAttribute('aria-label', `Remove ${file.name}`);
      remove.dataset.testid = 'remove-file';
      remove.textContent = '×';
      remove.addEventListener('click', () => {
        setFiles(input, files.filter((_, other) => other !== index));
        one('.composer-text').focus();
      });
      item.append(text, remove);
      return item;
    }));
  };
  document.addEventListener('change', (event) => { if (event.target.matches('.composer-attach input')) { showFiles(event.target); one('.composer-text').focus(); } });
  const take = (files) => {
    const form = one('form.composer');
    const input = form && chosen(form);
    if (!input || files.length === 0) return false;
    setFiles(input, [...input.files, ...files]);
    return true;
  };
  document.addEventListener('paste', (event) => {
    if (event.target.matches && event.target.matches('.composer-text') && event.clipboardData.files.length && take([...event.clipboardData.files])) event.preventDefault();
  });
  document.addEventListener('dragover', (event) => {
    if (!one('.composer-attach') || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    one('.talk').classList.add('is-dropping');
  });
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) all('.is-dropping').forEach((talk) => talk.classList.remove('is-dropping')); });
  document.addEventListener('drop', (event) => {
    all('.is-dropping').forEach((talk) => talk.classList.remove('is-dropping'));
    if (event.dataTransfer.files.length && take([...event.dataTransfer.files])) event.preventDefault();
  });
  const send = async (form) => {
    const text = one('textarea', form);
    const files = one('[name=file]', form) ? all('[name=file]', form).some((input) => input.type === 'file' ? input.files.length > 0 : input.checked) : false;
    if (!text.value.trim() && !files) { text.focus(); return; }
    const button = one('.composer-send', form);
    const progress = one('[data-progress]', form);
    form.dataset.sent = '1';
    button.setAttribute('aria-disabled', 'true');
    form.setAttribute('aria-busy', 'true');
    if (progress && files) progress.hidden = false;
    try {
      const request = await post(form, new FormData(form), (part) => {
        if (!progress) return;
        one('progress', progress).value = part * 100;
        one('[data-progress-text]', progress).textContent = part < 1 ? `${Math.round(part * 100)} %` : 'Almost there';
      });
      if (request.status !== 200 && request.status !== 422) throw new Error(request.status);
      one('#composer').innerHTML = request.responseText;
      countDown();
      if (one('.composer-text')) one('.composer-text').focus();
      if (request.status === 200) leaveQuery();
      follows = true;
      await refreshMessages();
    } catch (error) {
      // Sent again, the form has the same key: the server would not send the message twice.
      delete form.dataset.sent;
      button.removeAttribute('aria-disabled');
      form.removeAttribute('aria-busy');
      if (progress) progress.hidden = true;
      if (error.message !== 'stopped') fail(Number(error.message));
      text.focus();
    }
  };

  // What is answered, and templates: parts of the page that the server draws.
  const leaveQuery = () => { if (location.search) history.replaceState(null, '', location.pathname); };
  const composerAt = async (href) => {
    const address = new URL(href);
    address.searchParams.set('fragment', 'composer');
    address.hash = '';
    return get(address);
  };
  const showComposer = async (href) => {
    const text = one('.composer-text');
    const draft = text ? text.value : one('#composer').dataset.draft || '';
    const page = await composerAt(href);
    one('#composer').replaceChildren(...page.body.childNodes);
    countDown();
    const again = one('.composer-text');
    if (again) { again.value = draft; again.focus(); } else {
      one('#composer').dataset.draft = draft;
      const first = one('.composer-filled .input') || one('#template-choice');
      if (first) first.focus();
    }
  };
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target.closest('[data-reply], [data-cancel-reply], [data-composer]');
    if (!target) return;
    event.preventDefault();
    if ('cancelReply' in target.dataset) {
      target.closest('[data-composer-reply]').remove();
      leaveQuery();
      one('.composer-text').focus();
    } else if ('composer' in target.dataset) {
      leaveQuery();
      showComposer(target.href).catch(() => { location.href = target.href; });
    } else {
      composerAt(target.href).then((page) => {
        const reply = one('[data-composer-reply]', page);
        const form = one('form.composer');
        if (!reply || !form) throw new Error('none');
        all('[data-composer-reply]').forEach((old) => old.remove());
        const before = one('.composer-files, .composer-row', form);
        before.before(reply);
        one('.composer-text').focus();
      }).catch(() => { location.href = target.href; });
    }
  });
  document.addEventListener('change', (event) => {
    if (!event.target.matches('#template-choice') || !event.target.value) return;
    const address = new URL(event.target.form.action);
    address.searchParams.set('template', event.target.value);
    showComposer(address.href).catch(() => event.target.form.submit());
  });
  const fillPreview = (form) => {
    const preview = one('[data-template]', form);
    if (!preview) return;
    preview.textContent = all('.form-fields .input', form).reduce((text, input) => input.value.trim()
      ? text.split(`{{${input.name.slice('value.'.length)}}}`).join(input.value.trim()) : text, preview.dataset.template);
  };
  document.addEventListener('input', (event) => { const form = event.target.closest('.composer-filled'); if (form) fillPreview(form); });
  const sendTemplate = async (form) => {
    form.dataset.sent = '1';
    try {
      const body = new FormData(form);
      const request = await post(form, body, () => {});
      if (![200, 409, 422].includes(request.status)) throw new Error(request.status);
      const draft = one('#composer').dataset.draft || '';
      one('#composer').innerHTML = request.responseText;
      countDown();
      const text = one('.composer-text');
      if (text) { text.value = draft; text.focus(); delete one('#composer').dataset.draft; leaveQuery(); follows = true; } else {
        const first = one('[aria-invalid]') || one('#template-choice');
        if (first) first.focus();
      }
      await refreshMessages();
    } catch (error) {
      delete form.dataset.sent;
      fail(Number(error.message));
    }
  };
  // Reactions, and messages that are sent again.
  const press = async (form, button) => {
    const body = new FormData(form);
    body.set(button.name, button.value);
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(body), headers: { 'X-Fragment': 'messages', Accept: 'text/plain' } }).catch(() => null);
    if (response && response.ok) await refreshMessages();
    else if (response && response.status === 422) composerError(await response.text());
    else fail(response ? response.status : 0);
  };

  // Messages: what came is put where it belongs, what is there stays.
  const scroller = one('.talk-scroll');
  const messages = one('#messages');
  const scrollToEnd = () => { if (scroller) scroller.scrollTop = 0; };
  const isAtEnd = () => !scroller || Math.abs(scroller.scrollTop) < 80;

  const merge = (page, isOlder) => {
    all('.day', page).forEach((day) => {
      const present = one(`.day[data-day="${day.dataset.day}"]`, messages);
      if (!present) {
        const first = one('.day', messages);
        if (isOlder && first) first.before(day); else messages.append(day);
        return;
      }
      const list = one('.bubbles', present);
      const added = [];
      all('.bubble', day).forEach((bubble) => {
        const there = document.getElementById(bubble.id);
        if (!there) added.push(bubble);
        else if (there.outerHTML !== bubble.outerHTML) there.replaceWith(bubble);
      });
      if (isOlder) list.prepend(...added); else list.append(...added);
      one('.day-title', present).replaceWith(one('.day-title', day));
    });
  };
  const get = async (address, part) => {
    const response = await fetch(address, { headers: part ? { Accept: 'text/html', 'X-Fragment': part } : { Accept: 'text/html' } });
    if (!response.ok) throw new Error(response.status);
    return parse(await response.text());
  };
  let refreshing = null;
  // After a send the end is shown, wherever one was reading.
  let follows = false;
  let isStale = false;
  const refreshMessages = () => {
    if (refreshing) { isStale = true; return refreshing; }
    refreshing = (async () => {
      do {
        isStale = false;
        const page = await get(messages.dataset.fragment);
        const before = scroller.scrollHeight;
        const isFollowing = isAtEnd() || follows;
        follows = false;
        all('.talk-empty', messages).forEach((line) => line.remove());
        merge(page, false);
        if (isFollowing) scrollToEnd(); else scroller.scrollTop -= scroller.scrollHeight - before;
        // What can be written may be something else by now: they have written, the channel was closed or opened.
        const state = (root) => one('[data-composer-state]', root).value;
        if (state(page) !== state(one('#composer'))) await refreshComposer();
      } while (isStale);
    })().finally(() => { refreshing = null; });
    return refreshing;
  };
  const refreshComposer = async () => {
    const page = await get(messages.dataset.fragment.replace('fragment=messages', 'fragment=composer'));
    const text = one('.composer-text');
    const isBusy = one('.composer-template, [data-composer-reply], #composer form[data-sent]') || (text && text.value)
      || all('[name=file]', one('#composer')).some((input) => input.type !== 'file' || input.files.length);
    if (isBusy) {
      // Nothing is taken from under somebody's hands but what is said about it.
      const [stale, fresh] = [one('#composer .window'), one('.window', page)];
      if (stale && fresh) { stale.replaceWith(fresh); countDown(); }
      return;
    }
    const wasFocused = text && text === document.activeElement;
    one('#composer').replaceChildren(...page.body.childNodes);
    countDown();
    const again = one('.composer-text');
    if (wasFocused && again) again.focus();
  };
  const loadOlder = async (link) => {
    link.setAttribute('aria-disabled', 'true');
    try {
      const address = new URL(link.href);
      address.searchParams.set('fragment', 'messages');
      const page = await get(address);
      merge(page, true);
      const next = one('[data-older]', page);
      if (next) link.closest('.older').replaceWith(next.closest('.older')); else link.closest('.older').remove();
    } catch { location.href = link.href; }
  };

  // Countdown of the time for free replies.
  // The server says how long is left, since the clock of this device may be wrong.
  const ends = new WeakMap();
  const countDown = () => all('[data-seconds]').forEach((left) => {
    if (!ends.has(left)) ends.set(left, performance.now() + Number(left.dataset.seconds) * 1000);
    const minutes = Math.ceil((ends.get(left) - performance.now()) / 60000);
    if (minutes <= 0) {
      delete left.dataset.seconds;
      left.textContent = 'ended';
      refreshComposer().catch(() => {});
      return;
    }
    left.textContent = minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min left` : `${minutes} min left`;
  });
  setInterval(countDown, 30000);

  // Live updates.
  const live = document.body.dataset.live || '';
  const showUnread = (count) => all('[data-unread]').forEach((badge) => {
    badge.hidden = !(count > 0);
    one('[data-unread-count]', badge).textContent = count > 99 ? '99+' : String(count);
  });
  const refresh = async (change) => {
    if (live === 'conversations' && change.kind === 'conversation') {
      const address = new URL(location.href);
      address.searchParams.set('fragment', 'conversations');
      const page = await get(address);
      one('#threads').replaceChildren(...page.body.childNodes);
    } else if (live.startsWith('conversation:') && live === `conversation:${change.conversation}`) {
      await refreshMessages();
    } else if (live === 'page' && change.kind !== 'conversation') {
      await refreshPage();
    }
  };
  // A page is loaded again once for all that changes in a while; never under somebody's hands.
  const pause = 1000;
  const isBusy = () => one('dialog:modal') || one('form[data-sent]') || one('.own-form:not([hidden])') || isDirty(one('#page'));
  const replacePage = (fresh) => {
    const stale = one('#page');
    const notice = one('.notice', stale);
    if (notice && !one('.notice', fresh)) one('.page-head', fresh).after(notice);
    const focused = stale.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    stale.replaceWith(fresh);
    if (focused) { const again = one(`[data-testid="${CSS.escape(focused)}"]`); if (again) again.focus(); }
    bindCopies();
  };
  let reloading = null;
  let isPageStale = false;
  const refreshPage = () => {
    isPageStale = true;
    if (!reloading) {
      reloading = (async () => {
        while (isPageStale) {
          isPageStale = false;
          if (!isBusy()) {
            const page = await get(location.href, 'page');
            if (!isBusy()) replacePage(one('#page', page));
          }
          await new Promise((resolve) => { setTimeout(resolve, pause); });
        }
      })().finally(() => { reloading = null; });
    }
    return reloading;
  };
  let pending = new Map();
  const note = (change) => {
    pending.set(`${change.kind}:${change.conversation || ''}`, change);
    if (!document.hidden) flush();
  };
  const flush = () => {
    const changes = [...pending.values()];
    pending = new Map();
    changes.forEach((change) => refresh(change).catch((error) => { if (error.message === '401') sayGoodbye(); }));
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  const base = document.body.dataset.base;
  const sayGoodbye = () => {
    close();
    all('[data-signed-out]').forEach((line) => { line.hidden = false; });
  };
  let source = null;
  let wasOpen = false;
  let retry = 0;
  const close = () => {
    clearTimeout(retry);
    if (source) source.close();
    source = null;
  };
  const connect = () => {
    close();
    // What has changed since the page was read is told at once.
    source = new EventSource(`${base}/live?mark=${encodeURIComponent(document.body.dataset.mark)}`);
    source.addEventListener('change', (event) => {
      const change = JSON.parse(event.data);
      if ('unread' in change) showUnread(change.unread);
      note(change);
    });
    source.addEventListener('open', () => {
      // What happened between the page and the line, or while the line was down.
      if (live.startsWith('conversation')) note({ kind: 'conversation', conversation: live.split(':')[1] });
      else if (wasOpen) note({ kind: 'records' });
      wasOpen = true;
    });
    source.addEventListener('error', () => {
      // The browser connects again by itself, unless it got another answer than a line.
      if (!source || source.readyState !== EventSource.CLOSED) return;
      close();
      fetch(`${base}/conversations?fragment=conversations`).then((response) => {
        if (response.status === 401 || response.status === 404) sayGoodbye(); else retry = setTimeout(connect, 5000);
      }).catch(() => { retry = setTimeout(connect, 5000); });
    });
  };
  if (live && base && window.EventSource) {
    connect();
    window.addEventListener('pagehide', close);
    // Back from where browsers keep pages that one may return to.
    window.addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
  }

  // Parts that the server draws anew while somebody looks, but not under somebody's hands.
  all('[data-refresh]').forEach((part) => {
    const timer = setInterval(async () => {
      if (document.hidden || part.contains(document.activeElement)) return;
      const response = await fetch(part.dataset.refresh, { headers: { Accept: 'text/html' } }).catch(() => null);
      if (response && response.status === 401) { clearInterval(timer); sayGoodbye(); }
      if (response && response.ok) part.replaceChildren(...parse(await response.text()).body.childNodes);
    }, 5000);
  });

  document.documentElement.classList.add('has-script');
  bindDialogs();
  bindCopies();
  countDown();
})();
