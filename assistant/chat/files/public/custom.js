// What the page itself adds: words and numbers shared by the elements, names for buttons that have none,
// the button of the side panel, and how wide the window is.

import * as fields from '/public/fields.js';

(() => {
  // Until somebody chooses, the page follows the system's light or dark.
  if (!localStorage.getItem('vite-ui-theme')) localStorage.setItem('vite-ui-theme', 'system');

  const LOOK = [
    ['#new-chat-button', 'New experiment'],
    ['#upload-button', 'Attach a table'],
    ['#chat-submit', 'Send'],
    ['#stop-button', 'Stop'],
    ['#sidebar-trigger-button', 'Show or hide the list of experiments'],
    ['#search-chats-button', 'Search experiments'],
    ['#theme-toggle', 'Light or dark'],
    ['#user-nav-button', 'Account'],
    ['#side-view-title button', 'Close the panel'],
    ['[data-sidebar="trigger"]', 'Show or hide the list of experiments'],
  ];

  const number = (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return String(value);
    if (Number.isInteger(value)) return Math.abs(value) >= 10000 ? value.toLocaleString('en-US') : String(value);
    const size = Math.abs(value);
    if (size !== 0 && (size < 0.0001 || size >= 1e9)) return value.toExponential(3);
    return value.toLocaleString('en-US', { maximumFractionDigits: size >= 10 ? 2 : 4 });
  };

  // A count of things always has its thousands apart; a number in a cell may be a year.
  const count = (value) => Number(value).toLocaleString('en-US');

  const bytes = (count) => {
    if (typeof count !== 'number') return '';
    const units = ['bytes', 'KB', 'MB', 'GB'];
    let unit = 0;
    let left = count;
    while (left >= 1000 && unit < units.length - 1) {
      left /= 1000;
      unit += 1;
    }
    return `${unit ? left.toFixed(left < 10 ? 1 : 0) : left} ${units[unit]}`;
  };

  // How what programs call by a short name is written.
  const NAMES = Object.fromEntries('PCA SVD ICA UMAP SMOTE ADASYN IQR ROC AUC F1 ID CSV ONNX RFECV SVM XGBoost LightGBM AdaBoost DBSCAN k-means z-score one-hot tf-idf min-max max-abs'.split(' ').map((word) => [word.toLowerCase().replace(/[-–]/g, ''), word]));
  Object.assign(NAMES, { zscore: 'z-score', sqrt: 'square root', chi2: 'chi-square', r2: 'R²', rmse: 'RMSE', mae: 'MAE', mse: 'MSE', mape: 'MAPE', mcc: 'MCC', svr: 'SVM' });

  const title = (name) => {
    const text = String(name ?? '').replace(/_/g, ' ').trim();
    const known = text.replace(/\w+/g, (word) => NAMES[word.toLowerCase()] || word);
    return known ? known[0].toUpperCase() + known.slice(1) : '';
  };

  const failure = (response) => {
    const answer = response && response.response;
    if (answer && answer.ok === false) return answer.error || { message: 'That did not work.' };
    return response ? null : { message: 'The program is not answering. Try again in a moment.' };
  };

  // Chainlit runs an element's file anew whenever anything around it changes. The component of the first run is kept,
  // so that React knows it again and what was typed or opened stays; all it needs comes in through its arguments.
  const kept = {};
  const keep = (element, component) => {
    kept[element] = kept[element] || component;
    return kept[element];
  };

  // Names of columns and values stand between backticks; everything is text, nothing is read as HTML.
  const named = (text, element) => String(text).split('`').map((part, place) => (place % 2 ? element(part, place) : part));

  window.pg = { fields, number, count, bytes, title, named, failure, keep, lookAtAsked: () => lookAtAsked() };

  // What the empty message field says as an example: something that can be said as the experiment stands.
  let example = '';

  const name = () => {
    for (const [selector, label] of LOOK) {
      document.querySelectorAll(selector).forEach((node) => {
        if (!node.getAttribute('aria-label')) node.setAttribute('aria-label', label);
      });
    }
    document.querySelectorAll('.message-content ~ div button:not([aria-label])').forEach((node) => {
      if (!node.textContent.trim()) node.setAttribute('aria-label', 'Copy the answer');
    });
    document.querySelectorAll('button:has(> .lucide-arrow-down):not([aria-label])').forEach((node) => {
      node.setAttribute('aria-label', 'Go to the latest message');
    });
    const step = document.querySelector('.step');
    const list = step && step.parentElement;
    if (list) growing.observe(list);
    if (list && !list.getAttribute('aria-live')) {
      list.setAttribute('role', 'log');
      list.setAttribute('aria-live', 'polite');
      list.setAttribute('aria-label', 'Conversation');
    }
    const input = document.querySelector('#chat-input');
    if (input && !input.getAttribute('aria-label')) input.setAttribute('aria-label', 'What do you want to do?');
    if (input && example && input.placeholder !== example) input.placeholder = example;
  };

  const boardIcon =
    '<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"' +
    ' stroke-linejoin="round" aria-hidden="true"><rect x="3" y="4" width="18" height="16" rx="3"/><path d="M15 4v16"/></svg>';

  const addBoardButton = () => {
    const corner = document.querySelector('#header > div:last-child');
    if (!corner || document.querySelector('#pg-board-button')) return;
    const button = document.createElement('button');
    button.id = 'pg-board-button';
    button.type = 'button';
    button.className = 'pg-header-button';
    button.setAttribute('aria-label', 'Experiment');
    button.title = 'Data, steps and models of this experiment';
    button.innerHTML = `${boardIcon}<span>Experiment</span>`;
    button.addEventListener('click', () => {
      const open = Boolean(document.querySelector('#side-view-content'));
      window.postMessage({ playground: open ? 'no board' : 'board' }, window.location.origin);
    });
    corner.prepend(button);
  };

  // The menu of a conversation in the list gets an entry that saves it as a file.
  const downloadIcon =
    '<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"' +
    ' stroke-linejoin="round" class="ml-auto" aria-hidden="true"><path d="M12 4v11m-5-5 5 5 5-5M5 20h14"/></svg>';

  const addDownload = () => {
    document.querySelectorAll('#thread-options:not([tabindex])').forEach((node) => {
      node.setAttribute('tabindex', '0');
      node.setAttribute('role', 'button');
      node.setAttribute('aria-label', 'Rename, download or delete');
    });
    const rename = document.querySelector('#rename-thread');
    const row = document.querySelector('#thread-options[data-state="open"]')?.closest('[id^="thread-"]:not(#thread-options)');
    if (!rename || !row || document.querySelector('#download-thread')) return;
    const link = document.createElement('a');
    link.id = 'download-thread';
    link.setAttribute('role', 'menuitem');
    link.className = `${rename.className} pg-menu-link`;
    link.href = `/api/v1/sessions/${encodeURIComponent(row.id.slice('thread-'.length))}/transcript?format=html`;
    link.download = 'conversation.html';
    link.innerHTML = `<span>Download</span>${downloadIcon}`;
    link.addEventListener('click', (event) => {
      event.stopPropagation(); // the row around it is a link too, and would open the conversation instead
      setTimeout(() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })), 0);
    });
    rename.after(link);
  };

  const tidy = () => {
    name();
    addBoardButton();
    addDownload();
    followAsked();
    const open = Boolean(document.querySelector('#side-view-content'));
    const button = document.querySelector('#pg-board-button');
    if (button && button.getAttribute('aria-pressed') !== String(open)) button.setAttribute('aria-pressed', String(open));
  };

  const latest = (selector) => [...document.querySelectorAll(selector)].pop();
  const listOf = (step) => step && step.closest('.overflow-y-auto');

  // Leaves just so much room below the latest message that it can stand at the top. Chainlit measures this once, when a
  // message comes; charts and tables grow after that, and forms shrink.
  const fit = () => {
    const asked = latest('[data-step-type="user_message"]');
    const list = listOf(asked);
    if (!list || list.children.length !== 2) return;
    const [column, room] = list.children;
    const below = column.getBoundingClientRect().bottom - asked.getBoundingClientRect().top;
    const height = `${Math.max(0, Math.round(list.clientHeight - below - 32))}px`;
    if (room.style.height !== height) room.style.height = height;
  };
  const growing = new ResizeObserver(fit);

  // Keeps something in view while charts, tables and forms are still coming in, until somebody does something.
  let letGo = () => {};
  const stayWith = (list, show) => {
    letGo();
    const growth = new ResizeObserver(show);
    [...list.children].forEach((child) => growth.observe(child));
    show();
    const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
    letGo = () => {
      growth.disconnect();
      acts.forEach((act) => document.removeEventListener(act, letGo, true));
    };
    acts.forEach((act) => document.addEventListener(act, letGo, true));
    setTimeout(letGo, 3000);
  };

  // Brings the latest thing that the user asked for to the top. Chainlit does so once, when it comes; what stands above
  // may still be growing then, and the message would slip out of sight.
  const lookAtAsked = () => {
    const asked = latest('[data-step-type="user_message"]');
    const list = listOf(asked);
    if (!list) return;
    stayWith(list, () => {
      fit();
      list.scrollTo({ top: asked.offsetTop - 20, behavior: 'smooth' });
    });
  };
  let seen = null;
  const followAsked = () => {
    const asked = latest('[data-step-type="user_message"]');
    if (asked === seen) return;
    seen = asked;
    lookAtAsked();
  };

  // Shows a new answer that no word of the user stands above, unless something further up is being read;
  // without an answer named, shows the latest one.
  const look = (at, tries = 20) => {
    const last = latest('.step');
    const list = listOf(last);
    if (!list) return;
    if (!at) {
      stayWith(list, () => last.scrollIntoView({ block: last.offsetHeight < list.clientHeight ? 'end' : 'start' }));
      return;
    }
    const answer = document.getElementById(at);
    if (!answer && tries) setTimeout(() => look(at, tries - 1), 100);
    if (!answer) return;
    const asked = latest('[data-step-type="user_message"]');
    if (asked && answer.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING) return; // something newer was asked
    const away = answer.getBoundingClientRect().top - list.getBoundingClientRect().bottom;
    if (away < 1.5 * list.clientHeight) stayWith(list, () => answer.scrollIntoView({ block: 'start', behavior: 'smooth' }));
    else if (tries) setTimeout(() => look(at, tries - 1), 100); // the page may still be on its way to what was said before
  };

  // The list of experiments puts the conversation into the address, so that a reload finds it again. On a narrow screen
  // that list is not there until it is opened; then it is done here.
  const settle = (id) => {
    if (window.location.pathname === '/') window.history.replaceState(window.history.state, '', `/thread/${encodeURIComponent(id)}`);
  };

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tidy();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });

  // Leaving a deleted conversation may sweep the next first screen away with it; an empty page asks for it until it is there.
  let empty = 0;
  setInterval(() => {
    const blank = document.querySelector('#chat-input') && !document.querySelector('.step, .pg-welcome, .pg-error-line, .message-content');
    empty = blank ? empty + 1 : 0;
    if (empty && empty % 3 === 0) window.postMessage({ playground: 'empty' }, window.location.origin);
  }, 1000);

  window.addEventListener('message', (event) => {
    if (event.origin !== window.location.origin || !event.data) return;
    if (event.data.playground === 'address') setTimeout(() => settle(event.data.id), 1000);
    // The conversation was deleted; Chainlit tries to reopen it while it is being left, so the page starts anew.
    if (event.data.playground === 'gone') setTimeout(() => window.location.assign('/'), 300);
    if (event.data.playground === 'example') {
      example = `Say what you want to do, for example: ${event.data.text}`;
      name();
    }
    if (event.data.playground === 'look') setTimeout(() => look(event.data.at), 150);
    if (event.data.playground !== 'width?') return;
    window.postMessage({ playground: 'width', width: window.innerWidth }, window.location.origin);
  });
})();
