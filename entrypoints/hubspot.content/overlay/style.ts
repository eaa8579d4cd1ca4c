/**
 * Puts the sheet on the overlay's root. A constructed sheet is not subject to the page's CSP; where a content script may not
 * adopt one (Firefox), the returned style element takes its place.
 */
export function dress(root: ShadowRoot): HTMLStyleElement | null {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
    return null
  } catch {
    const style = document.createElement('style')
    style.textContent = STYLE
    return style
  }
}

/**
 * The overlay's own sheet: a content script may load no file of the extension, and the page's styles do not reach into the
 * shadow root. Colours are the tokens of `components/styles/tokens.css`, as far as they are used here.
 */
const STYLE = `
:host { all: initial; display: block !important; margin: 0 !important; position: fixed !important; right: 16px !important; bottom: 16px !important; z-index: 2147483000 !important; color-scheme: light dark;
  --surface: light-dark(#ffffff, #161a21); --surface-2: light-dark(#eff1f5, #1e232c); --border: light-dark(#dcdfe6, #2b323d);
  --border-strong: light-dark(#7f8796, #727c8c); --hatch: light-dark(#7d8696, #687283); --text: light-dark(#161a21, #e9ecf1);
  --text-2: light-dark(#444c5a, #bac2ce); --text-3: light-dark(#5c6574, #97a1b0); --accent: light-dark(#2b55c4, #8fb0ff);
  --accent-text: light-dark(#2249ad, #a3bfff); --bad: light-dark(#b0221b, #ff9a90); --bad-mark: light-dark(#b3261e, #f26a5e);
  --on-bad: light-dark(#ffffff, #2a0c0a); --bad-soft: light-dark(#fce8e6, #3a1a17); --warn: light-dark(#855200, #f2be58);
  --warn-mark: light-dark(#bb7900, #e0a52f); --warn-soft: light-dark(#fcf0d6, #32260d); --blind: light-dark(#4b5262, #b4bcc9);
  --blind-soft: light-dark(#eceef2, #22272f); --ok: light-dark(#17713f, #6dd49a); }
:host([data-theme="light"]) { color-scheme: light; } :host([data-theme="dark"]) { color-scheme: dark; }
* { box-sizing: border-box; }
.panel, .tab { font: 13px/18px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--text);
  background: var(--surface); border: 1px solid var(--border); border-radius: 8px; font-variant-numeric: tabular-nums;
  box-shadow: 0 6px 20px rgb(15 20 30 / .16), 0 1px 3px rgb(15 20 30 / .12); }
:lang(ja) { font-family: system-ui, "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; word-break: auto-phrase; line-break: strict; }
.panel { width: 336px; max-width: calc(100vw - 32px); max-height: calc(100vh - 32px); overflow: auto; }
.tab { display: flex; align-items: center; justify-content: center; gap: 4px; width: 40px; height: 40px; padding: 0; cursor: pointer; position: relative; }
.tab .count { position: absolute; right: -6px; top: -6px; }
header { display: flex; align-items: center; gap: 8px; padding: 10px 12px; border-bottom: 1px solid var(--border); }
header strong { font-weight: 600; } header .age { color: var(--text-3); flex: 1; min-width: 0; }
section { padding: 10px 12px; border-bottom: 1px solid var(--border); } footer { padding: 8px 12px; display: flex; gap: 8px; justify-content: space-between; align-items: baseline; color: var(--text-3); } footer span { flex: 1; min-width: 0; }
h2 { font: inherit; font-weight: 600; margin: 0 0 4px; display: flex; align-items: center; gap: 8px; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 8px; }
.count { min-width: 20px; height: 20px; padding: 0 6px; border-radius: 10px; display: inline-flex; align-items: center; justify-content: center; font-size: 12px; font-weight: 600; background: var(--surface-2); color: var(--text-2); }
.count.bad { background: var(--bad-mark); color: var(--on-bad); } .count.warn { background: light-dark(#f0b429, #f0b429); color: #1f1400; } .count.blind { background: var(--blind); color: var(--surface); }
ul { list-style: none; margin: 0; padding: 0; }
.issue { display: flex; align-items: baseline; gap: 8px; padding: 3px 0; } .issue b { font-weight: 600; }
.issue .reason { flex: 1; min-width: 0; color: var(--text-3); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.issue b { max-width: 150px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.pill { border-radius: 4px; padding: 0 6px; white-space: nowrap; }
.pill.bad { color: var(--bad); background: var(--bad-soft); } .pill.warn { color: var(--warn); background: var(--warn-soft); } .pill.blind { color: var(--blind); background: var(--blind-soft); }
table { font: inherit; border-collapse: collapse; width: 100%; } td, th { padding: 2px 8px 2px 0; text-align: left; vertical-align: top; font-weight: 400; color: var(--text-3); } td.rows { color: var(--text); white-space: nowrap; }
td:last-child { padding-right: 0; text-align: right; white-space: nowrap; }
.hatch { display: inline-block; width: 14px; height: 14px; vertical-align: -2px; margin-right: 6px; border: 1px dashed var(--hatch); border-radius: 3px; background: repeating-linear-gradient(135deg, var(--hatch) 0 1.25px, transparent 1.25px 5px); }
.why { color: var(--text-3); font-size: 12px; line-height: 16px; margin: 4px 0 0; } .state { margin: 0; }
button { font: inherit; color: inherit; background: none; border: 0; border-radius: 6px; cursor: pointer; min-width: 24px; min-height: 24px; padding: 0 4px; }
button.link { white-space: nowrap; color: var(--accent-text); padding: 0; } button.link:hover { text-decoration: underline; } button.box { border: 1px solid var(--border-strong); padding: 2px 10px; }
button:focus-visible, .tab:focus-visible, .panel:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; display: block; }
.mark { width: 16px; height: 16px; border-radius: 4px; background: #3a65d8; color: #fff; flex: none; } .tab .mark { width: 20px; height: 20px; }
.mark path:first-child { fill: currentColor; stroke: none; }
.glyph { flex: none; align-self: center; width: 14px; height: 14px; } .glyph.line { stroke-width: 1.75; } .glyph.solid { fill: currentColor; fill-rule: evenodd; stroke: none; } .glyph.bad { color: var(--bad-mark); } .glyph.warn { color: var(--warn-mark); } .glyph.blind { color: var(--blind); }
table tr.because td { padding: 0 0 4px; text-align: left; white-space: normal; color: var(--text-3); font-size: 12px; line-height: 16px; }
.progress { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
@media print { :host { display: none !important; } }
@media (forced-colors: active) { .pill, .count { border: 1px solid; } .mark { forced-color-adjust: none; } }
@media (prefers-contrast: more) { :host { --border: var(--border-strong); --text-3: var(--text-2); } }
`
