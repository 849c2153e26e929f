// The editor of YASGUI. Of its three parts only this one is used: its tabs and endpoints have no meaning on a page of one server, and answers
// are shown as those of the catalogue are.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { stylesheet } from '../stylesheet.js';

async function load() {
  await Promise.all([stylesheet(import.meta.resolve('yasgui.css')), import('yasgui')]);
  return window.Yasgui.Yasqe;
}

function create(Yasqe, element, text, run) {
  // Others ask prefix.cc and the Linked Open Vocabularies, which are other hosts. A list among the options would be merged with the defaults.
  Yasqe.defaults.autocompleters = ['variables'];
  const editor = new Yasqe(element, {
    value: text,
    // What is written is in the address of this page, as the page wants it.
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    tabSize: 2,
  });
  editor.setSize(null, 'auto');
  editor.setOption('extraKeys', {
    ...editor.getOption('extraKeys'),
    // Tab leaves the editor, or nobody could with the keyboard alone.
    Tab: false,
    'Shift-Tab': false,
    'Ctrl-Enter': run,
    'Cmd-Enter': run,
  });
  editor.getInputField().setAttribute('aria-label', 'SPARQL query');
  return editor;
}

/**
 * The editor; a plain field where it cannot be loaded.
 *
 * @param text what is to be edited; when it changes, the editor takes it over
 * @param current a ref, whose function gives the text as it is
 * @param run told when somebody presses Ctrl+Enter
 */
export function Editor({ text, current, run }) {
  const element = useRef();
  const editor = useRef(null);
  const latest = useRef(run);
  const [plain, setPlain] = useState(false);
  latest.current = run;
  current.current = () => editor.current?.getValue() ?? element.current?.querySelector('textarea')?.value ?? text;

  useEffect(() => {
    let closed = false;
    load().then(
      (Yasqe) => {
        if (!closed) editor.current = create(Yasqe, element.current, text, () => latest.current());
      },
      () => setPlain(true),
    );
    return () => {
      closed = true;
      editor.current?.destroy?.();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    if (editor.current && editor.current.getValue() !== text) editor.current.setValue(text);
  }, [text]);

  return plain
    ? html`<div ref=${element}><textarea class="ask-plain" rows="16" aria-label="SPARQL query" spellcheck=${false} defaultValue=${text}></textarea></div>`
    : html`<div class="ask-editor" ref=${element}></div>`;
}
