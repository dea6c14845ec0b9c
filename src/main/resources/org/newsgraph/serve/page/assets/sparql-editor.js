// The query editor: CodeMirror with highlighting of SPARQL, completion from the ontology, and errors marked in place.
import * as cm from "./codemirror.js";
import { check } from "./sparql.js";

/** @typedef {{name: string, type: string, label: string, comment: string, uses: number}} Term */
/** @typedef {{prefixes: Record<string, string>, terms: Term[]}} Vocabulary */

const KEYWORDS = ("SELECT DISTINCT WHERE OPTIONAL FILTER UNION GRAPH BIND VALUES MINUS EXISTS CONSTRUCT ASK DESCRIBE "
  + "PREFIX LIMIT OFFSET COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT LANG STR REGEX CONTAINS STRSTARTS LCASE YEAR MONTH "
  + "BOUND COALESCE IF").split(" ").concat("ORDER BY", "GROUP BY", "HAVING");

const LOOK = cm.EditorView.theme({
  "&": { backgroundColor: "var(--raised)", color: "var(--ink)", fontSize: "0.875rem", minHeight: "18rem",
    maxHeight: "34rem" },
  ".cm-scroller": { overflow: "auto", minHeight: "18rem" },
  ".cm-content, .cm-gutters": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.75rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--ink-2)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-selectionBackground, &.cm-focused .cm-scroller .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--accent-wash)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { background: "var(--mark)", color: "inherit" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-strong)",
    maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-wash)", color: "var(--ink)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", color: "var(--ink-2)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-tooltip.cm-completionInfo": { fontFamily: "var(--sans)", padding: "0.5rem 0.75rem", maxWidth: "22rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnosticAction": { background: "var(--accent)", color: "var(--on-accent)" },
});

const { tags: t } = cm;
const COLOURS = cm.HighlightStyle.define([
  { tag: t.keyword, color: "var(--hue-0)", fontWeight: "600" },
  { tag: [t.standard(t.variableName), t.standard(t.name)], color: "var(--hue-0)" },
  { tag: t.local(t.variableName), color: "var(--hue-2)" },
  { tag: [t.atom, t.meta], color: "var(--hue-6)" },
  { tag: t.string, color: "var(--hue-3)" },
  { tag: t.comment, color: "var(--ink-2)", fontStyle: "italic" },
]);

/** Returns the change that declares a prefix before the first line that is neither empty nor a comment; none if it is declared. */
function declaration(text, prefix, vocabulary) {
  const iri = vocabulary.prefixes[prefix];
  if (!iri || new RegExp(`^\\s*PREFIX\\s+${prefix}:`, "im").test(text)) return [];
  const from = text.match(/^(?:\s*(?:#.*)?\n)*/)[0].length;
  return [{ from, insert: `PREFIX ${prefix}: <${iri}>\n` }];
}

function insert(vocabulary) {
  return (view, completion, from, to) => {
    const [prefix] = completion.label.split(":");
    const declared = completion.label.includes(":")
      ? declaration(view.state.doc.toString(), prefix, vocabulary) : [];
    const shift = declared.reduce((sum, it) => sum + (it.from <= from ? it.insert.length : 0), 0);
    view.dispatch({
      changes: [...declared, { from, to, insert: completion.label }],
      selection: { anchor: from + shift + completion.label.length },
    });
  };
}

/** Returns the source of completions: terms of the vocabulary, variables of the query, keywords. */
function completions(/** @type {Vocabulary} */ vocabulary) {
  const terms = vocabulary.terms.map((term) => ({
    label: term.name,
    type: term.type,
    detail: term.label,
    info: term.comment || undefined,
    apply: insert(vocabulary),
    boost: Math.min(60, 10 * Math.log10(1 + term.uses)),
  }));
  const prefixes = Object.entries(vocabulary.prefixes).map(([prefix, iri]) =>
    ({ label: prefix + ":", type: "namespace", detail: iri, apply: insert(vocabulary) }));
  const keywords = KEYWORDS.map((label) => ({ label, type: "keyword", boost: -20 }));
  return (context) => {
    const variable = context.matchBefore(/[?$]\w*/);
    const text = context.state.doc.toString();
    if (variable) {
      const typed = variable.text;
      const names = new Set(text.match(/[?$]\w+/g));
      if (text.split(typed).length === 2) names.delete(typed);
      return { from: variable.from, options: [...names].map((label) => ({ label, type: "variable" })) };
    }
    const word = context.matchBefore(/[A-Za-z][\w-]*:?[\w-]*/);
    if (!word && !context.explicit) return null;
    const options = word?.text.includes(":") ? terms : [...terms, ...prefixes, ...keywords];
    return { from: word ? word.from : context.pos, options, validFor: /^[\w-]*:?[\w-]*$/ };
  };
}

/** Marks errors, and offers to declare missing prefixes. */
function errors(vocabulary) {
  return async (view) => {
    const text = view.state.doc.toString();
    if (!text.trim()) return [];
    const fault = await check(text).catch(() => null);
    if (!fault || view.state.doc.toString() !== text) return [];
    const { line, column, message } = fault;
    const row = view.state.doc.line(Math.min(line, view.state.doc.lines));
    const from = Math.min(row.from + column - 1, row.to);
    const word = text.slice(from, row.to).match(/^(?:[\w:?$-]+|.)/)?.[0] ?? "";
    const prefix = message.match(/^The prefix (\w+):/)?.[1];
    const declared = prefix ? declaration(text, prefix, vocabulary) : [];
    const actions = declared.length
      ? [{ name: `Add PREFIX ${prefix}:`, apply: (it) => it.dispatch({ changes: declared }) }] : [];
    return [{ from: word ? from : Math.max(0, from - 1), to: from + word.length, severity: "error", message, actions }];
  };
}

/**
 * Handles text typed over a selection. Chromium would preserve the style of the replaced text in a style attribute,
 * which violates the page's content security policy.
 */
function overwrite(event, view) {
  const { main } = view.state.selection;
  if (event.inputType !== "insertText" || !event.data || main.empty) return false;
  const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  const handled = view.state.facet(cm.EditorView.inputHandler).some((it) => it(view, main.from, main.to, event.data, insert));
  if (!handled) view.dispatch(insert());
  event.preventDefault();
  return true;
}

/**
 * Replaces a text area by an editor, and keeps the value of the text area up to date.
 *
 * @param {HTMLTextAreaElement} area
 * @param {Vocabulary} vocabulary
 * @param {() => void} run called by Ctrl+Enter
 */
export function editor(area, vocabulary, run) {
  const host = document.createElement("div");
  host.className = "editor";
  area.after(host);
  area.hidden = true;
  // In a shadow root, the editor's styles need no exception from the page's content security policy.
  const root = host.attachShadow({ mode: "open" });
  const faults = cm.linter(errors(vocabulary), { delay: 400 });
  return new cm.EditorView({
    root,
    parent: root,
    state: cm.EditorState.create({
      doc: area.value,
      extensions: [
        cm.keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }]),
        cm.lineNumbers(), cm.history(), cm.drawSelection(), cm.highlightActiveLine(), cm.bracketMatching(),
        cm.closeBrackets(), cm.autocompletion({ override: [completions(vocabulary)], icons: false }),
        cm.StreamLanguage.define(cm.sparql), cm.syntaxHighlighting(COLOURS), LOOK, faults, cm.lintGutter(),
        cm.EditorView.lineWrapping, cm.EditorView.domEventHandlers({ beforeinput: overwrite }),
        cm.EditorView.contentAttributes.of({ "aria-label": "SPARQL query", tabindex: "0" }),
        cm.EditorView.updateListener.of((update) => {
          if (update.docChanged) area.value = update.state.doc.toString();
        }),
        cm.keymap.of([...cm.closeBracketsKeymap, ...cm.defaultKeymap, ...cm.historyKeymap, ...cm.completionKeymap,
          ...cm.lintKeymap]),
      ],
    }),
  });
}
