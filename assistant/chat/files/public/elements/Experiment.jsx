import { elementState } from '@chainlit/react-client'
import { Database, FileDown, Pencil, Redo2, Square, Target, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useRecoilValue } from 'recoil'

const useNews = (live) => {
  const elements = useRecoilValue(elementState)
  const news = elements.find((each) => each.id === live)
  return news && news.props
}

const Data = ({ experiment, dataset, target, task }) => {
  if (!dataset) return <p className="pg-quiet">No table is loaded yet.</p>
  return (
    <section className="pg-board-data" aria-label="Data">
      <p className="pg-board-name">
        <Database size={15} aria-hidden="true" /> <b>{dataset.name}</b>
      </p>
      {experiment && experiment !== dataset.name.replace(/\.[^.]*$/, '') ? <p className="pg-quiet">Experiment “{experiment}”</p> : null}
      <p className="pg-quiet">
        {window.pg.count(dataset.rows)} rows × {dataset.columns} columns
      </p>
      <p className="pg-kinds">
        {Object.entries(dataset.kinds).map(([kind, count]) => (
          <span key={kind} className="pg-kind-count">
            <i className={`pg-dot pg-kind-${kind}`} /> {count} {kind}
          </span>
        ))}
      </p>
      {target || task ? (
        <p className="pg-board-target">
          <Target size={15} aria-hidden="true" />
          {target ? <b>{target}</b> : <span className="pg-quiet">no target</span>}
          {task ? <span className="pg-chip">{window.pg.title(task)}</span> : null}
        </p>
      ) : null}
    </section>
  )
}

const Step = ({ step, busy, act }) => (
  <li className="pg-board-step">
    <span className="pg-board-number">{step.number}</span>
    <span className="pg-grow">{step.title || window.pg.title(step.tool)}</span>
    <span className="pg-board-tools">
      <button type="button" aria-label={`Edit step ${step.number}`} title="Edit" disabled={busy} onClick={() => act('form', { tool: step.tool, args: step.args, step: step.number })}>
        <Pencil size={14} />
      </button>
      <button type="button" aria-label={`Remove step ${step.number}`} title="Remove" disabled={busy} onClick={() => act('call', { tool: 'remove_step', args: { step: step.number }, label: `Remove step ${step.number}` })}>
        <Trash2 size={14} />
      </button>
    </span>
  </li>
)

const WHERE = { folds: 'on the folds', train: 'on what it learned from' }

const Run = ({ run }) => (
  <li className={`pg-board-run ${run.best ? 'pg-best' : ''}`}>
    <span className="pg-board-number">{run.number}</span>
    <span className="pg-grow">
      <b>{run.name || window.pg.title(run.model)}</b>
      {run.metric ? <small>{run.best ? 'Best by ' : ''}{window.pg.title(run.metric)} {WHERE[run.part] || `on ${run.part}`}</small> : null}
      {run.outdated ? <small>Trained before {run.outdated}</small> : null}
    </span>
    {run.metric ? <strong>{window.pg.number(run.score)}</strong> : null}
  </li>
)

const Running = ({ job, act }) => {
  const [stopping, setStopping] = useState(false)
  const percent = Math.round((job.progress || 0) * 100)
  return (
    <section className="pg-board-job" aria-label="Running">
      <p className="pg-progress-line">
        <span className="pg-grow pg-few-lines">{job.message || window.pg.title(job.tool)}</span>
        <button type="button" className="pg-button pg-button-quiet" disabled={stopping} onClick={() => { setStopping(true); act('cancel', { job_id: job.id }) }}>
          <Square size={11} fill="currentColor" aria-hidden="true" /> Stop
        </button>
      </p>
      <div className="pg-bar" role="progressbar" aria-label="Progress" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <span className={percent ? '' : 'pg-bar-unknown'} style={{ width: percent ? `${percent}%` : undefined }} />
      </div>
    </section>
  )
}

// Above the steps as soon as there are some: a long list of steps would push them out of sight.
const Models = ({ runs }) => (
  <section aria-label="Models">
    <header className="pg-board-head"><h3>Models</h3></header>
    {runs.length ? (
      <ol>{[...runs].reverse().map((run) => <Run key={run.id} run={run} />)}</ol>
    ) : (
      <p className="pg-quiet">None is trained yet.</p>
    )}
  </section>
)

function Experiment({ live, session, callAction }) {
  const news = useNews(live)
  const [busy, setBusy] = useState(false)
  const act = async (name, payload) => {
    setBusy(true)
    await Promise.resolve(callAction({ name, payload })).catch(() => null)
    setBusy(false)
  }
  if (!news) return null
  const back = (tool, label) => act('call', { tool, args: {}, label })
  return (
    <div className="pg-board" data-testid="board">
      <Data experiment={news.experiment} dataset={news.dataset} target={news.target} task={news.task} />
      {news.job ? <Running key={news.job.id} job={news.job} act={act} /> : null}
      {news.runs.length ? <Models runs={news.runs} /> : null}
      <section aria-label="Steps">
        <header className="pg-board-head">
          <h3>Steps</h3>
          <button type="button" className="pg-button pg-button-quiet" disabled={busy || !news.can_undo} onClick={() => back('undo', 'Undo')}>
            <Undo2 size={14} aria-hidden="true" /> Undo
          </button>
          <button type="button" className="pg-button pg-button-quiet" disabled={busy || !news.can_redo} onClick={() => back('redo', 'Redo')}>
            <Redo2 size={14} aria-hidden="true" /> Redo
          </button>
        </header>
        {news.steps.length ? (
          <ol>{news.steps.map((step) => <Step key={step.number} step={step} busy={busy} act={act} />)}</ol>
        ) : (
          <p className="pg-quiet">What you do is listed here, and each step can be changed.</p>
        )}
      </section>
      {news.runs.length ? null : <Models runs={[]} />}
      <a className="pg-board-file" href={`/api/v1/sessions/${encodeURIComponent(session)}/transcript?format=html`} download="conversation.html">
        <FileDown size={15} aria-hidden="true" /> Download this conversation
      </a>
    </div>
  )
}

const Kept = window.pg.keep('Experiment', Experiment)

export default <Kept {...props} callAction={callAction} />
