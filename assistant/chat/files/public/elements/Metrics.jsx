import { ChevronDown } from 'lucide-react'
import { useState } from 'react'

const FIRST = 6
const WORDS = {
  accuracy: ['Accuracy', 'share of answers that are right'],
  balanced_accuracy: ['Balanced accuracy', 'right answers, each class counted alike'],
  precision: ['Precision', 'of those it flags, how many truly are'],
  recall: ['Recall', 'of those that truly are, how many it finds'],
  f1: ['F1', 'precision and recall in one figure'],
  roc_auc: ['ROC AUC', 'how well it ranks; 0.5 is chance, 1 is perfect'],
  average_precision: ['Average precision', 'ranking quality where cases are rare'],
  log_loss: ['Log loss', 'how far its probabilities are off; lower is better'],
  mcc: ['MCC', 'agreement with the truth; 0 is chance'],
  mae: ['Mean absolute error', 'how far off it typically is'],
  mse: ['Mean squared error', 'large misses weigh more; lower is better'],
  rmse: ['RMSE', 'typical miss, large ones weigh more'],
  r2: ['R²', 'share of the variation that it explains'],
  mape: ['MAPE', 'typical miss as a share of the value'],
  median_ae: ['Median error', 'half of its misses are smaller'],
  silhouette: ['Silhouette', 'how separate the groups are; 1 is best'],
  davies_bouldin: ['Davies–Bouldin', 'overlap of the groups; lower is better'],
  calinski_harabasz: ['Calinski–Harabasz', 'separation of the groups; higher is better'],
  anomaly_rate: ['Anomaly rate', 'share of rows that are unusual'],
}
const LOWER = ['log_loss', 'mae', 'mse', 'rmse', 'mape', 'median_ae', 'davies_bouldin']
const SHARES = ['accuracy', 'balanced_accuracy', 'precision', 'recall', 'f1', 'anomaly_rate']
const UNIT = [...SHARES, 'roc_auc', 'average_precision', 'r2', 'silhouette']

const show = (name, value) => {
  if (typeof value !== 'number') return '–'
  return SHARES.includes(name) ? `${(value * 100).toFixed(1)}\u00a0%` : window.pg.number(value)
}

// On what it learned from a good score proves nothing: it is not praised there.
const Verdict = ({ name, value, base, learned }) => {
  if (typeof base !== 'number' || typeof value !== 'number') return null
  const gain = LOWER.includes(name) ? base - value : value - base
  const kind = learned ? 'even' : gain > 0 ? 'good' : gain < 0 ? 'bad' : 'even'
  const word = gain > 0 ? 'better than' : gain < 0 ? 'worse than' : 'same as'
  return (
    <p className={`pg-metric-base pg-${kind}`}>
      {word} the simple guess <b>{show(name, base)}</b>
    </p>
  )
}

const Bar = ({ name, value, base }) => {
  if (!UNIT.includes(name) || typeof value !== 'number') return null
  const place = (number) => `${Math.max(0, Math.min(1, number)) * 100}%`
  return (
    <div className="pg-metric-bar" aria-hidden="true">
      <span style={{ width: place(value) }} />
      {typeof base === 'number' ? <i style={{ left: place(base) }} /> : null}
    </div>
  )
}

function Metrics({ metrics = {}, baseline = {}, run: of, data }) {
  const all = Object.keys(metrics)
  const [whole, setWhole] = useState(all.length <= FIRST)
  const names = whole ? all : all.slice(0, FIRST)
  const named = typeof of === 'object' && of ? of.name : of
  const learned = data === 'train'
  const where = { folds: 'mean over the folds', train: 'on the rows that it learned from' }[data] || `on the ${data} rows`
  const run = /^\d+$/.test(String(named)) ? `Run ${named}` : named
  return (
    <section className="pg-metrics" data-testid="metrics" aria-label="Scores">
      <header>
        {run ? <b>{window.pg.title(run)}</b> : null}
        {data ? <span className="pg-chip">{where}</span> : null}
      </header>
      <div className="pg-metric-grid">
        {names.map((name) => (
          <article key={name} className="pg-card pg-metric">
            <h4>{(WORDS[name] || [window.pg.title(name)])[0]}</h4>
            <strong>{show(name, metrics[name])}</strong>
            <Bar name={name} value={metrics[name]} base={baseline[name]} />
            <p>{(WORDS[name] || ['', ''])[1]}</p>
            <Verdict name={name} value={metrics[name]} base={baseline[name]} learned={learned} />
          </article>
        ))}
      </div>
      {whole ? null : (
        <button type="button" className="pg-all" onClick={() => setWhole(true)}>
          <ChevronDown size={15} aria-hidden="true" /> All {all.length} scores
        </button>
      )}
    </section>
  )
}

const Kept = window.pg.keep('Metrics', Metrics)

export default <Kept {...props} />
