import { ArrowRight, Compass, FileUp, FolderOpen, Loader2 } from 'lucide-react'
import { useRef, useState } from 'react'

const KINDS = '.csv,.tsv,.txt,.xlsx,.xls,.parquet,.json,.jsonl,.ndjson,.gz,.zip,.ods,.html,.htm'
const HEAD = 'From a table to a trained model, by talking or clicking'
const LEAD = 'Every step is explained and can be undone. At the end you download code that repeats every number.'

const facts = (sample) => {
  const detail = sample.detail || {}
  const size = detail.rows ? `${window.pg.count(detail.rows)} rows × ${detail.columns} columns` : ''
  return { name: detail.title || sample.label, about: detail.about || sample.reason, size, task: detail.task }
}

const send = (file, onProgress) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name)
    request.open('POST', '/api/v1/datasets/upload')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      if (request.status < 300) return done(request.response)
      const answer = request.response || {}
      const error = answer.error || (answer.detail && answer.detail.error) || {}
      failed(new Error([error.message, error.hint].filter(Boolean).join(' ') || 'This file could not be taken.'))
    }
    request.onerror = () => failed(new Error('The program is not answering. Try again in a moment.'))
    request.send(form)
  })

const Upload = ({ busy, onLoad }) => {
  const input = useRef(null)
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(-1)
  const [error, setError] = useState('')
  const take = async (file) => {
    setError('')
    if (!file) return
    if (!file.size) return setError(`“${file.name}” is empty: it has no bytes. Choose a file with a header line and rows.`)
    setShare(0)
    try {
      const dataset = await send(file, setShare)
      await onLoad({ tool: 'load_data', args: { source: dataset.id } }, `Load ${file.name}`)
    } catch (problem) {
      setError(problem.message)
    }
    setShare(-1)
  }
  const drop = (event) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div
      className={`pg-way pg-drop ${over ? 'pg-over' : ''}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="pg-way-icon"><FileUp size={22} aria-hidden="true" /></span>
      <h3>Your own table</h3>
      <p>Drop a file here or choose one: CSV, Excel, OpenDocument, Parquet, JSON or a web page with a table, zipped or not. It stays on this computer.</p>
      {share >= 0 ? (
        <div className="pg-bar" role="progressbar" aria-label="Upload" aria-valuenow={Math.round(share * 100)}>
          <span style={{ width: `${Math.max(4, share * 100)}%` }} />
        </div>
      ) : (
        <button type="button" className="pg-button pg-button-main" disabled={Boolean(busy)} onClick={() => input.current.click()}>
          <FolderOpen size={15} aria-hidden="true" /> Choose a file
        </button>
      )}
      <input ref={input} type="file" accept={KINDS} hidden aria-label="Choose a table" data-testid="welcome-file" onChange={(event) => take(event.target.files[0])} />
      {error ? <p className="pg-error-line" role="alert">{error}</p> : null}
    </div>
  )
}

const Sample = ({ sample, busy, onLoad }) => {
  const { name, about, size, task } = facts(sample)
  const key = JSON.stringify(sample.call)
  return (
    <button type="button" className="pg-sample" disabled={Boolean(busy)} onClick={() => onLoad(sample.call, sample.label, key)} data-testid={`sample-${sample.call.args.source}`}>
      <span className="pg-sample-top">
        <b>{name}</b>
        {busy === key ? <Loader2 size={15} className="pg-spin" /> : <ArrowRight size={15} aria-hidden="true" />}
      </span>
      <span className="pg-sample-about">{about}</span>
      <span className="pg-sample-foot">
        {size ? <small>{size}</small> : null}
        {task ? <span className={`pg-chip pg-task-${task}`}>{window.pg.title(task)}</span> : null}
      </span>
    </button>
  )
}

function Welcome({ turn, callAction }) {
  const suggestions = turn.suggestions || []
  const samples = suggestions.filter((each) => each.call.tool === 'load_data')
  const tour = suggestions.find((each) => ['tour', 'help'].includes(each.call.tool))
  const [busy, setBusy] = useState('')
  const [error, setError] = useState('')
  const load = async (call, label, key) => {
    setBusy(key || 'other')
    setError('')
    const answer = await Promise.resolve(callAction({ name: 'call', payload: { ...call, label } })).catch(() => null)
    const failed = window.pg.failure(answer)
    if (failed) setError(failed.message)
    setBusy('')
  }
  return (
    <section className="pg-welcome" data-testid="welcome" aria-label="Start">
      <img src="/favicon" alt="" width="52" height="52" />
      <h1>{HEAD}</h1>
      <p className="pg-lead">{LEAD}</p>
      <div className="pg-ways">
        <Upload busy={busy} onLoad={load} />
        {tour ? (
          <div className="pg-way">
            <span className="pg-way-icon pg-way-teal"><Compass size={22} aria-hidden="true" /></span>
            <h3>A guided tour</h3>
            <p>{tour.reason || 'One finished model in three minutes, each step explained on the way.'}</p>
            <button type="button" className="pg-button" disabled={Boolean(busy)} onClick={() => load(tour.call, tour.label, 'tour')} data-testid="tour">
              {busy === 'tour' ? <Loader2 size={15} className="pg-spin" /> : <ArrowRight size={15} aria-hidden="true" />} {tour.label}
            </button>
          </div>
        ) : null}
      </div>
      {samples.length ? <h2>Or try a sample</h2> : null}
      <div className="pg-samples">
        {samples.map((sample, index) => (
          <Sample key={index} sample={sample} busy={busy} onLoad={load} />
        ))}
      </div>
      {error ? <p className="pg-error-line" role="alert">{error}</p> : null}
    </section>
  )
}

const Kept = window.pg.keep('Welcome', Welcome)

export default <Kept {...props} callAction={callAction} />
