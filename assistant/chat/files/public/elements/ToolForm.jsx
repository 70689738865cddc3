import { Check, ChevronDown, Loader2, Search, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'

const WORDS = ['all', 'numeric', 'categorical', 'boolean', 'datetime', 'text', 'missing']

// --- What the schema says of one field -------------------------------------------------------------------------

const follow = (field, defs) => {
  const name = field.$ref && field.$ref.split('/').pop()
  return name ? { ...((defs || {})[name] || {}), ...field } : field
}

const describe = (name, raw, required, defs) => {
  const resolve = (each) => follow(each, defs)
  const field = resolve(raw)
  const ways = (field.anyOf || field.oneOf || [field]).map(resolve)
  const real = ways.filter((way) => way.type !== 'null')
  const optional = real.length < ways.length || !required
  const list = real.find((way) => way.type === 'array')
  const named = real.find((way) => way.enum || way.const !== undefined)
  const plain = real.find((way) => way.type && way.type !== 'array') || real[0] || {}
  const merged = { ...plain, ...(list || {}), ...field }
  const slot = merged['x-slot'] || ''
  const choices = merged['x-choices'] || (list && list.items && resolve(list.items).enum)
  const words = named ? named.enum || [named.const] : null
  const base = { name, optional, slot, words, title: merged['x-title'] || window.pg.title(name), help: merged.description || '', default: field.default }
  if (slot === 'values' && merged['x-choices']) return { ...base, kind: 'record', choices: merged['x-choices'] }
  if (slot === 'columns' || (list && choices)) return { ...base, kind: 'many', choices: items(choices), words: slot === 'columns' ? words || WORDS : null }
  if (list) return { ...base, kind: 'lines' }
  if (slot === 'column' || choices) return { ...base, kind: 'one', choices: items(choices) }
  if (words) return { ...base, kind: words.length <= 5 ? 'few' : 'one', choices: items(words) }
  if (real.some((way) => way.type === 'boolean') && real.length === 1) return { ...base, kind: 'switch' }
  if (real.length === 1 && ['number', 'integer'].includes(plain.type)) return { ...base, ...limits(plain), kind: isShare(plain, slot) ? 'share' : 'number' }
  if (real.some((way) => way.type === 'object') || !plain.type && slot === 'params') return { ...base, kind: 'pairs' }
  return { ...base, kind: 'text', loose: real.some((way) => way.type === 'number' || way.type === 'integer') }
}

const items = (list) => (list || []).map((each) => (each && typeof each === 'object' ? each : { name: each }))
const limits = (field) => ({
  minimum: field.minimum ?? field.exclusiveMinimum,
  maximum: field.maximum ?? field.exclusiveMaximum,
  whole: field.type === 'integer',
})
const isShare = (field, slot) => {
  const { minimum, maximum } = limits(field)
  return slot === 'fraction' || (field.type === 'number' && minimum === 0 && maximum === 1)
}

// --- From what is typed to what is sent, and back ---------------------------------------------------------------

const start = (field, given) => {
  const value = field.name in given ? given[field.name] : field.default
  if (field.kind === 'pairs') return Object.entries(value || {}).map(([key, each]) => `${key} = ${JSON.stringify(each)}`).join('\n')
  if (field.kind === 'record') return value || {}
  if (field.kind === 'lines') return (value || []).join('\n')
  if (field.kind === 'many') return value ?? (field.optional ? null : [])
  if (value === null || value === undefined) return field.kind === 'switch' ? false : ''
  return value
}

const literal = (text) => {
  const word = text.trim()
  try {
    return JSON.parse({ None: 'null', True: 'true', False: 'false' }[word] || word)
  } catch {
    return word
  }
}

const pairs = (text) =>
  Object.fromEntries(text.split('\n').filter((line) => line.includes('=')).map((line) => [line.split('=')[0].trim(), literal(line.slice(line.indexOf('=') + 1))]))

// Only the columns that were filled in; what is a number goes as one.
const record = (field, cells) => {
  const given = field.choices.filter(({ name }) => String(cells[name] ?? '').trim() !== '')
  const typed = ({ name, kind }) => (kind === 'numeric' && !Number.isNaN(Number(cells[name])) ? Number(cells[name]) : cells[name])
  return given.length ? Object.fromEntries(given.map((column) => [column.name, typed(column)])) : undefined
}

const finish = (field, value) => {
  if (field.kind === 'pairs') return value.trim() ? pairs(value) : undefined
  if (field.kind === 'lines') return value.trim() ? value.split('\n').map((line) => line.trim()).filter(Boolean) : undefined
  if (field.kind === 'record') return record(field, value)
  if (value === '' || value === null) return undefined
  if (field.kind === 'number' || field.kind === 'share') return Number(value)
  return field.loose && String(value).trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value
}

const readable = (value) => {
  if (Array.isArray(value)) return value.length > 4 ? `${value.slice(0, 4).join(', ')} and ${value.length - 4} more` : value.join(', ')
  if (value && typeof value === 'object') return Object.entries(value).map(([key, each]) => `${key} ${each}`).join(', ')
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

// --- The inputs -------------------------------------------------------------------------------------------------

const Few = ({ field, value, set, id }) => (
  <div className="pg-few" role="radiogroup" aria-labelledby={`${id}-label`}>
    {field.choices.map(({ name }) => (
      <button key={String(name)} type="button" role="radio" aria-checked={value === name} className={value === name ? 'pg-on' : ''} onClick={() => set(value === name && field.optional ? '' : name)}>
        {window.pg.title(name)}
      </button>
    ))}
  </div>
)

const Options = ({ choices, isOn, toggle, many }) => {
  const [words, setWords] = useState('')
  const shown = choices.filter((choice) => String(choice.name).toLowerCase().includes(words.toLowerCase()))
  return (
    <div className="pg-picker">
      {choices.length > 8 ? (
        <label className="pg-search">
          <Search size={14} aria-hidden="true" />
          <input type="search" value={words} placeholder={`Search ${choices.length} columns`} aria-label="Search" onChange={(event) => setWords(event.target.value)} />
        </label>
      ) : null}
      <div className="pg-picker-list">
        {shown.slice(0, 200).map((choice) => (
          <label key={choice.name} className={`pg-pick ${isOn(choice.name) ? 'pg-on' : ''}`}>
            <input type={many ? 'checkbox' : 'radio'} checked={isOn(choice.name)} onChange={() => toggle(choice.name)} />
            {choice.kind ? <i className={`pg-dot pg-kind-${choice.kind}`} /> : null}
            <span className="pg-ellipsis">{choice.label || String(choice.name)}</span>
            {choice.missing ? <small>{choice.missing} missing</small> : null}
          </label>
        ))}
        {shown.length > 200 ? <p className="pg-quiet">{shown.length - 200} more: search for them.</p> : null}
        {shown.length === 0 ? <p className="pg-quiet">None is called that.</p> : null}
      </div>
    </div>
  )
}

const Many = ({ field, value, set }) => {
  const list = Array.isArray(value) ? value : []
  const words = (field.words || []).filter((word) => field.slot === 'columns' && WORDS.includes(word))
  const toggle = (name) => set(list.includes(name) ? list.filter((each) => each !== name) : [...list, name])
  return (
    <div>
      {words.length ? (
        <div className="pg-few pg-words" role="group" aria-label="All of a kind">
          {words.map((word) => (
            <button key={word} type="button" aria-pressed={value === word} className={value === word ? 'pg-on' : ''} onClick={() => set(value === word ? [] : word)}>
              {word === 'all' ? 'All that fit' : word === 'missing' ? 'With missing values' : `All ${word}`}
            </button>
          ))}
        </div>
      ) : null}
      <Options choices={field.choices} many isOn={(name) => list.includes(name)} toggle={toggle} />
      {list.length ? <p className="pg-quiet">{list.length} chosen</p> : null}
    </div>
  )
}

const One = ({ field, value, set, id }) => {
  if (field.slot === 'column' && field.choices.length > 40) return <Options choices={field.choices} isOn={(name) => value === name} toggle={(name) => set(value === name && field.optional ? '' : name)} />
  return (
    <span className="pg-select">
      <select id={id} value={value} onChange={(event) => set(event.target.value)}>
        {field.optional || value === '' ? <option value="">{field.optional ? 'Choose for me' : 'Choose…'}</option> : null}
        {field.choices.map((choice) => (
          <option key={String(choice.name)} value={choice.name}>
            {choice.label || (field.slot === 'column' ? String(choice.name) : window.pg.title(choice.name))}
          </option>
        ))}
      </select>
      <ChevronDown size={15} aria-hidden="true" />
    </span>
  )
}

const Share = ({ field, value, set, id }) => (
  <div className="pg-share">
    <input id={id} type="range" className={value === '' ? 'pg-unset' : ''} min={0} max={1} step={0.01} value={value === '' ? 0 : value} style={{ '--fill': `${Number(value || 0) * 100}%` }} onChange={(event) => set(Number(event.target.value))} />
    <span className="pg-percent">
      <input type="number" min={0} max={100} step={1} value={value === '' ? '' : Math.round(Number(value) * 1000) / 10} placeholder="auto" aria-label={`${field.title} in percent`} onChange={(event) => set(event.target.value === '' ? '' : Number(event.target.value) / 100)} /> %
    </span>
  </div>
)

const span = ({ kind, minimum, maximum }) => {
  if (kind === 'datetime' && minimum) return `such as ${String(maximum).slice(0, 10)}`
  return typeof minimum === 'number' ? `${window.pg.number(minimum)} to ${window.pg.number(maximum)}` : ''
}

// One field for each column that the model looks at.
const Cell = ({ column, value, set, id }) => {
  const known = column.values || []
  return (
    <div className="pg-cell">
      <label htmlFor={id}><i className={`pg-dot pg-kind-${column.kind}`} /><span className="pg-ellipsis">{column.name}</span></label>
      <input id={id} type="text" inputMode={column.kind === 'numeric' ? 'decimal' : undefined} list={known.length ? `${id}-known` : undefined} value={value} placeholder={span(column) || known.slice(0, 3).join(', ')} onChange={(event) => set(event.target.value)} />
      {known.length ? <datalist id={`${id}-known`}>{known.map((each) => <option key={String(each)} value={String(each)} />)}</datalist> : null}
    </div>
  )
}

const Cells = ({ field, value, set, id }) => {
  const [words, setWords] = useState('')
  const shown = field.choices.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      {field.choices.length > 16 ? <input type="search" className="pg-cell-search" value={words} placeholder={`Search ${field.choices.length} columns`} aria-label="Search" onChange={(event) => setWords(event.target.value)} /> : null}
      <div className="pg-cells">
        {shown.slice(0, 60).map((column, place) => (
          <Cell key={column.name} column={column} id={`${id}-${place}`} value={value[column.name] ?? ''} set={(cell) => set({ ...value, [column.name]: cell })} />
        ))}
      </div>
      {shown.length > 60 ? <p className="pg-quiet">{shown.length - 60} more: search for them.</p> : null}
      <p className="pg-quiet">{field.optional ? 'What stays empty counts as missing.' : 'What stays empty is not changed.'}</p>
    </div>
  )
}

const Input = ({ field, value, set, id }) => {
  if (field.kind === 'few') return <Few field={field} value={value} set={set} id={id} />
  if (field.kind === 'many') return <Many field={field} value={value} set={set} />
  if (field.kind === 'record') return <Cells field={field} value={value} set={set} id={id} />
  if (field.kind === 'one') return <One field={field} value={value} set={set} id={id} />
  if (field.kind === 'share') return <Share field={field} value={value} set={set} id={id} />
  if (field.kind === 'switch') return <button id={id} type="button" role="switch" aria-checked={Boolean(value)} className="pg-switch" onClick={() => set(!value)}><span /></button>
  if (field.kind === 'pairs' || field.kind === 'lines') {
    const hint = field.kind === 'pairs' ? 'one a line, such as n_estimators = 200' : 'one a line'
    return <textarea id={id} rows={3} value={value} placeholder={hint} onChange={(event) => set(event.target.value)} />
  }
  const numeric = field.kind === 'number'
  return <input id={id} type={numeric ? 'number' : 'text'} step={field.whole ? 1 : 'any'} min={field.minimum} max={field.maximum} value={value} placeholder={field.optional ? 'may stay empty' : ''} onChange={(event) => set(event.target.value)} />
}

// What is wrong with a value, and the nearest one that is right, to take with one click.
const Wrong = ({ field, error, set }) => {
  const right = error.call && error.call.args && error.call.args[field.name]
  const shown = field.kind === 'share' ? `${Math.round(right * 1000) / 10} %` : readable(right ?? '')
  return (
    <p className="pg-error-line" role="alert">
      {error.message} {error.hint || ''}
      {right === undefined || right === null ? null : (
        <button type="button" className="pg-button pg-button-quiet" onClick={() => set(right)}>Use {shown}</button>
      )}
    </p>
  )
}

const Row = ({ form, field, value, set, error }) => {
  const id = `${form}-${field.name}`
  const grouped = ['few', 'many', 'record'].includes(field.kind)
  return (
    <div className={`pg-field pg-field-${field.kind} ${error ? 'pg-wrong' : ''}`} data-field={field.name}>
      {grouped ? <span className="pg-label" id={`${id}-label`}>{field.title}</span> : <label className="pg-label" htmlFor={id}>{field.title}</label>}
      <Input field={field} value={value} set={set} id={id} />
      {field.help ? <p className="pg-help">{field.help}</p> : null}
      {error ? <Wrong field={field} error={error} set={set} /> : null}
    </div>
  )
}

const Done = ({ title, args }) => (
  <section className="pg-card pg-form-done" data-testid="form-done">
    <Check size={16} aria-hidden="true" />
    <span><b>{title}</b> {Object.entries(args).filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => <span key={name} className="pg-chip">{window.pg.title(name)}: {readable(value)}</span>)}</span>
  </section>
)

// --- The form ---------------------------------------------------------------------------------------------------

function ToolForm({ id, tool, title: heading, schema, values: given, done, send, token, callAction }) {
  const fields = useMemo(() => {
    const required = schema.required || []
    return Object.entries(schema.properties || {}).map(([name, raw]) => describe(name, raw, required.includes(name), schema.$defs))
  }, [schema])
  const [values, setValues] = useState(() => Object.fromEntries(fields.map((field) => [field.name, start(field, given)])))
  const [sent, setSent] = useState(done ? given : null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState(null)
  const [closed, setClosed] = useState(false)
  const [tries, setTries] = useState(0)
  const title = heading || schema['x-label'] || schema.title || window.pg.title(tool)

  useEffect(() => {
    if (sent && !done) window.pg.lookAtAsked()
  }, [sent])

  const form = useRef(null)
  useEffect(() => {
    const wrong = error && form.current && form.current.querySelector('.pg-wrong, .pg-form-error')
    if (!wrong) return
    wrong.scrollIntoView({ block: 'center', behavior: 'smooth' })
    const input = wrong.querySelector('input, select, textarea, button')
    if (input) input.focus({ preventScroll: true })
  }, [error])

  const submit = async (event) => {
    event.preventDefault()
    const args = {}
    fields.forEach((field) => {
      const value = finish(field, values[field.name])
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) args[field.name] = value
    })
    setBusy(true)
    setError(null)
    const call = send ? { tool: send.tool, args: { ...send.args, args } } : { tool, args }
    const label = [title, ...Object.entries(args).map(([name, value]) => `${name.replace(/_/g, ' ')} ${readable(value)}`)].join(' · ').slice(0, 280)
    const payload = { ...call, label, form: true, key: `${token}:${tries}` }
    const answer = await Promise.resolve(callAction({ name: 'call', payload })).catch(() => null)
    const failed = window.pg.failure(answer)
    setBusy(false)
    setTries(tries + 1)
    if (failed) setError(failed)
    else setSent(args)
  }

  if (closed) return null
  if (sent) return <Done title={title} args={sent} />
  const about = (field) => (error && error.argument && String(error.argument).split('.')[0] === field.name ? error : null)
  const elsewhere = error && !fields.some(about)
  return (
    <form ref={form} className="pg-card pg-form" onSubmit={submit} noValidate data-testid={`form-${tool}`} aria-label={title}>
      <header>
        <h3>{title}</h3>
        <button type="button" className="pg-close" aria-label="Close the form" onClick={() => setClosed(true)}><X size={16} /></button>
      </header>
      {schema.description ? <p className="pg-help">{schema.description}</p> : null}
      {fields.map((field) => (
        <Row key={field.name} form={id} field={field} value={values[field.name]} error={about(field)} set={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
      ))}
      {elsewhere ? <p className="pg-error-line pg-form-error" role="alert">{error.message} {error.hint || ''}</p> : null}
      <footer>
        <button type="submit" className="pg-button pg-button-main" disabled={busy}>
          {busy ? <Loader2 size={15} className="pg-spin" aria-hidden="true" /> : null} {busy ? 'Working…' : schema['x-submit'] || 'Do it'}
        </button>
      </footer>
    </form>
  )
}

const Kept = window.pg.keep('ToolForm', ToolForm)

export default <Kept {...props} callAction={callAction} />
