/** Month names of the ten languages, January first: whole, short, and as declined after a day. */
const MONTHS = [
  'january jan januar jän jänner janvier janv enero ene janeiro gennaio gen januari stycznia styczeń sty',
  'february feb februar février févr fév fevr febrero fevereiro fev febbraio februari lutego luty lut',
  'march mar märz mär mrz mars marzo março maart mrt marca marzec',
  'april apr avril avr abril abr aprile kwietnia kwiecień kwi',
  'may mai mayo maio maggio mag mei maja maj',
  'june jun juni juin junio junho giugno giu czerwca czerwiec cze',
  'july jul juli juillet juil julio julho luglio lug lipca lipiec lip',
  'august aug août aout agosto ago augustus sierpnia sierpień sie',
  'september sep sept septembre septiembre setiembre setembro set settembre sett września wrzesień wrz',
  'october oct oktober okt octobre octubre outubro out ottobre ott października październik paź',
  'november nov novembre noviembre novembro listopada listopad lis',
  'december dec dezember dez décembre déc dic diciembre dezembro dicembre grudnia grudzień gru',
]

/** Month name without a trailing dot -> 1 to 12. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)),
)

/** Words that may stand between the parts of a date and its time of day. */
export const DATE_JOINTS = new Set(
  'at on the um uhr am den der le à a las el la às os alle ore op om o w dnia godz de del do of di du kl h'.split(' '),
)

/** Longest and shortest that a unit is taken for, in days. */
export const UNITS = {
  second: [1 / 86_400, 1 / 86_400],
  minute: [1 / 1440, 1 / 1440],
  hour: [1 / 24, 1 / 24],
  day: [1, 1],
  week: [7, 7],
  month: [31, 30.4],
  year: [366, 365],
} as const
export type Unit = keyof typeof UNITS

const UNIT_WORDS: Record<Unit, string> = {
  second:
    'second seconds sec secs sekunde sekunden seconde secondes seconden segundo segundos secondo secondi sekundę sekundy sekund 秒',
  minute: 'minute minutes min mins minuten minuto minutos minuti minuut minutę minuty minut 分 分钟 分鐘',
  hour: 'hour hours hr hrs stunde stunden heure heures hora horas ora ore uur uren godzinę godziny godzin 時間 小时 小時',
  day: 'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dzień dni 日 天',
  week: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni 週間 周 週 星期',
  month:
    'month months monat monate monaten mois mes meses mês mese mesi maand maanden miesiąc miesiące miesięcy か月 ヶ月 カ月 ヵ月 ケ月 个月 個月',
  year: 'year years jahr jahre jahren an ans année années año años ano anos anno anni jaar jaren rok lata lat 年',
}

/** Word for a unit -> unit. */
export const UNIT_OF: ReadonlyMap<string, Unit> = new Map(
  (Object.entries(UNIT_WORDS) as [Unit, string][]).flatMap(([unit, words]) =>
    words.split(' ').map(word => [word, unit] as const),
  ),
)

/** One, as a word. */
export const ONE = 'an?|one|eine?[mnr]?|une?|una|uno|uma?|een'

/** Days back from today. */
export const NAMED_DAYS: ReadonlyMap<string, number> = new Map(
  [
    "today heute aujourd'hui hoy hoje oggi vandaag dzisiaj dziś 今日 本日 今天",
    'yesterday gestern hier ayer ontem ieri gisteren wczoraj 昨日 昨天',
    'vorgestern avant-hier anteayer anteontem eergisteren przedwczoraj 一昨日 おととい 前天',
  ].flatMap((words, back) => words.split(' ').map(word => [word, back] as const)),
)

/** Within the last hour, no more is said. */
export const JUST_NOW = new Set(
  "just now|now|a few seconds ago|a few minutes ago|seconds ago|moments ago|a moment ago|gerade eben|gerade|jetzt|à l'instant|ahora mismo|justo ahora|agora mesmo|agora|adesso|proprio ora|zojuist|nu|przed chwilą|たった今|今|数秒前|数分前|刚刚|刚才|几秒前|几分钟前".split(
    '|',
  ),
)
