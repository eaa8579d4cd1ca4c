import { folded } from './characters.ts'

/**
 * Words of controls and marks around a list, in the ten languages of the interface. Used only where markup does not say
 * it by itself; a word that is missing here makes a read less sure, never wrong. All are written as `folded` writes them.
 */

const words = (table: string) => new Set(table.split('|').map(word => word.trim()))

const NEXT = words(`
  next | next page | 次へ | 次のページ | 次 | weiter | nächste | nächste seite | suivant | page suivante | suivante |
  siguiente | página siguiente | próxima | próximo | próxima página | seguinte | página seguinte | avanti |
  successivo | pagina successiva | successiva | volgende | volgende pagina | następna | następny | następna strona |
  dalej | 下一页 | 下一步 | 下一頁 | › | » | → | > | >>
`)

const MORE = words(`
  show more | load more | see more | view more | more results | show all | view all | see all | もっと見る | さらに表示 |
  さらに読み込む | すべて表示 | もっと表示 | mehr anzeigen | mehr laden | weitere laden | weitere anzeigen | alle anzeigen |
  afficher plus | voir plus | charger plus | tout afficher | mostrar más | ver más | cargar más | ver todo |
  mostrar todo | mostrar mais | ver mais | carregar mais | ver tudo | mostra altro | carica altro | mostra di più |
  mostra tutto | meer weergeven | meer laden | meer tonen | alles weergeven | pokaż więcej | załaduj więcej |
  pokaż wszystkie | 显示更多 | 加载更多 | 查看更多 | 查看全部 | 显示全部
`)

const LOADING = words(`
  loading | loading… | loading... | please wait | 読み込み中 | 読み込んでいます | ロード中 | 読込中 | wird geladen | lädt | laden |
  laden… | lade | chargement | chargement en cours | cargando | carregando | a carregar | caricamento |
  caricamento in corso | bezig met laden | aan het laden | ładowanie | wczytywanie | 加载中 | 正在加载 | 载入中
`)

const NEW_WINDOW = words(`
  opens in a new window | opens in new window | opens in a new tab | opens in new tab | open in new tab |
  open in new window | external link | 新しいウィンドウで開きます | 新しいウィンドウで開く | 新しいタブで開きます | 新しいタブで開く | 新規ウィンドウで開きます | 外部リンク |
  öffnet in einem neuen fenster | wird in einem neuen fenster geöffnet | öffnet in einem neuen tab |
  wird in neuem tab geöffnet | öffnet neues fenster | s'ouvre dans une nouvelle fenêtre |
  s’ouvre dans une nouvelle fenêtre | s'ouvre dans un nouvel onglet | s’ouvre dans un nouvel onglet |
  ouvre une nouvelle fenêtre | se abre en una ventana nueva | se abre en una nueva ventana |
  se abre en una pestaña nueva | se abre en una nueva pestaña | abre em uma nova janela | abre em nova janela |
  abre em uma nova aba | abre em uma nova guia | abre numa nova janela | si apre in una nuova finestra |
  si apre in una nuova scheda | wordt geopend in een nieuw venster | opent in een nieuw venster |
  opent in een nieuw tabblad | wordt geopend in een nieuw tabblad | otwiera się w nowym oknie |
  otwiera się w nowej karcie | otwiera nowe okno | 在新窗口中打开 | 在新标签页中打开 | 在新窗口打开
`)

const CLEAR_FILTER = words(`
  clear filters | clear filter | clear all | clear all filters | reset filters | remove filter | clear search |
  フィルターをクリア | フィルターを解除 | フィルターをリセット | すべてクリア | 検索をクリア | すべて消去 | filter löschen | filter zurücksetzen |
  alle löschen | alle filter löschen | suche löschen | effacer les filtres | tout effacer |
  réinitialiser les filtres | supprimer le filtre | borrar filtros | limpiar filtros | borrar todo | quitar filtro |
  restablecer filtros | limpar filtros | limpar tudo | redefinir filtros | remover filtro | cancella filtri |
  cancella tutto | rimuovi filtro | reimposta filtri | filters wissen | alles wissen | filter verwijderen |
  wyczyść filtry | wyczyść wszystko | usuń filtr | 清除筛选 | 清除筛选条件 | 全部清除 | 清除过滤器 | 重置筛选
`)

const RETRY = words(`
  try again | retry | reload | refresh | reload page | 再試行 | もう一度試す | やり直す | 再読み込み | 再度お試しください | 更新 |
  erneut versuchen | nochmal versuchen | neu laden | wiederholen | réessayer | actualiser | recharger | reintentar |
  volver a intentarlo | intentar de nuevo | inténtalo de nuevo | recargar | actualizar | tentar novamente |
  tente novamente | recarregar | atualizar | riprova | ricarica | aggiorna | opnieuw proberen |
  probeer het opnieuw | probeer opnieuw | vernieuwen | spróbuj ponownie | ponów | odśwież | 重试 | 再试一次 | 刷新 | 重新加载
`)

/** Buttons that mend a connection: what tells a lone card of a broken app from a lone box that says all is well. */
const MEND = words(`
  reconnect | reauthorize | re-authorize | reauthorise | 再接続 | 再認証 | 再接続する | 再認証する | erneut verbinden | neu verbinden |
  wieder verbinden | erneut autorisieren | erneut verknüpfen | reconnecter | réautoriser | reconectar | volver a conectar |
  volver a autorizar | reautorizar | riconnetti | ricollega | riautorizza | opnieuw koppelen | opnieuw verbinden |
  opnieuw autoriseren | połącz ponownie | autoryzuj ponownie | 重新连接 | 重新授权
`)

const INSTALL = words(`
  install | install app | インストール | インストールする | アプリをインストール | installieren | app installieren | installer | installer l'application |
  instalar | instalar aplicación | instalar app | installa | installa app | installeren | app installeren | zainstaluj | 安装 | 安装应用
`)

/** Begins or ends a text that tells the size of a page, not of the list. */
const PER_PAGE =
  /per page|\/ ?page|a page|件\/ページ|ページあたり|ページごと|\/ページ|pro seite|par page|por página|per pagina|na stronie|na stronę|每页|条\/页|\/页/u

/** A choice that is no restriction, in a control like "Status: All". */
const ALL =
  /^(?:all|any|every|none|すべて|全て|全部|全|指定なし|なし|alle|alles|keine|tous|toutes|tout|todos|todas|todo|tudo|tutti|tutte|tutto|wszystkie|wszyscy|dowolny|不限|所有)/u

/** A control that orders, groups or pages a list and leaves nothing out. */
const NO_FILTER =
  /sort|order|view|show|page|columns?|並べ|並び|順|表示|ページ|列|sortier|ansicht|anzeig|seite|spalte|tri|affich|vue|colonne|orden|vista|mostrar|página|columna|ordenar|exib|visualiza|coluna|ordin|mostra|pagina|weergave|tonen|kolom|widok|pokaż|stron|kolumn|排序|视图|显示|页|列/u

const FILTER = /filter|filtr|フィルタ|絞り込み|筛选|过滤|篩選/u

/** Words in brackets or with dots at the end are the same words. */
const bare = (text: string) =>
  folded(text)
    .replace(/^[([（［「]+|[)\]）］」.。…!:：]+$/gu, '')
    .trim()

export const saysNext = (text: string) => NEXT.has(bare(text))
export const saysMore = (text: string) => {
  const words = bare(text).replace(/\s*[(（]?\d+[)）]?\s*$/u, '')
  return MORE.has(words)
}
export const saysLoading = (text: string) => LOADING.has(bare(text))
export const saysNewWindow = (text: string) => NEW_WINDOW.has(bare(text).replace(/^,\s*/u, ''))
export const saysClearFilter = (text: string) => CLEAR_FILTER.has(bare(text))
export const saysRetry = (text: string) => RETRY.has(bare(text))
export const saysMend = (text: string) => MEND.has(bare(text))
export const saysInstall = (text: string) => INSTALL.has(bare(text))
export const saysPerPage = (text: string) => PER_PAGE.test(folded(text))
export const saysFilter = (text: string) => FILTER.test(folded(text))

/**
 * Whether a control like "Status: Expired" leaves rows out. Where its words are not known the answer is yes: a list that is
 * wrongly held to be filtered stays partial, one wrongly held to be whole would make apps look gone.
 */
export function restricts(label: string): boolean {
  const [, name, value] = /^([^:：]{1,40})[:：]\s*(.+)$/u.exec(folded(label)) ?? []
  if (name === undefined || value === undefined) return false
  return !ALL.test(value) && !NO_FILTER.test(name)
}
