import { Check, ChevronDown, Loader2, Search, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'

const { bounds, describe, finish, readable, start } = window.pg.fields

// --- The inputs -------------------------------------------------------------------------------------------------

const Few = ({ field, value, set, id }) => (
  <div className="pg-few" role="radiogroup" aria-labelledby={`${id}-label`}>
    {field.choices.map(({ name, label }) => (
      <button key={String(name)} type="button" role="radio" aria-checked={value === name} className={value === name ? 'pg-on' : ''} onClick={() => set(value === name && field.optional ? '' : name)}>
        {label || window.pg.title(name)}
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
          <input type="search" value={words} placeholder={`Search ${choices.length}`} aria-label="Search" onChange={(event) => setWords(event.target.value)} />
        </label>
      ) : null}
      <div className={`pg-picker-list ${choices.some((choice) => choice.label) ? 'pg-picker-wide' : ''}`}>
        {shown.slice(0, 200).map((choice) => (
          <label key={choice.name} className={`pg-pick ${isOn(choice.name) ? 'pg-on' : ''}`}>
            <input type={many ? 'checkbox' : 'radio'} checked={isOn(choice.name)} onChange={() => toggle(choice.name)} />
            {choice.kind ? <i className={`pg-dot pg-kind-${choice.kind}`} /> : null}
            <span className="pg-ellipsis" title={choice.label || String(choice.name)}>{choice.label || String(choice.name)}</span>
            {choice.missing ? <small>{choice.missing} missing</small> : null}
          </label>
        ))}
        {shown.length > 200 ? <p className="pg-quiet">{shown.length - 200} more: search for them.</p> : null}
        {shown.length === 0 ? <p className="pg-quiet">None is called that.</p> : null}
      </div>
    </div>
  )
}

// Names of columns stand as they are; what a program calls things is put in words.
const shownIn = (field) => (field.slot === 'columns' ? field.choices : field.choices.map((choice) => ({ ...choice, label: choice.label || (choice.kind ? String(choice.name) : window.pg.title(choice.name)) })))

const Many = ({ field, value, set }) => {
  const list = Array.isArray(value) ? value : []
  const words = field.words
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
      <Options choices={shownIn(field)} many isOn={(name) => list.includes(name)} toggle={toggle} />
      {list.length ? <p className="pg-quiet">{list.length} chosen</p> : null}
    </div>
  )
}

const One = ({ field, value, set, id }) => {
  if (field.slot === 'column' && field.choices.length > 40) return <Options choices={field.choices} isOn={(name) => value === name} toggle={(name) => set(value === name && field.optional ? '' : name)} />
  return (
    <span className="pg-select">
      <select id={id} value={value} onChange={(event) => set(event.target.value)}>
        {field.optional || (value === '' && !field.choices.some((choice) => choice.name === '')) ? <option value="">{!field.optional ? 'Choose…' : field.slot === 'column' ? '–' : 'Choose for me'}</option> : null}
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
  const label = <label htmlFor={id}><i className={`pg-dot pg-kind-${column.kind}`} /><span className="pg-ellipsis">{column.name}</span></label>
  if (known.length && known.length <= 12 && column.kind !== 'numeric') {
    const options = [{ name: '', label: '–' }, ...known.map((name) => ({ name: String(name), label: String(name) }))]
    return <div className="pg-cell">{label}<One field={{ choices: options, slot: 'value' }} value={String(value)} set={set} id={id} /></div>
  }
  return (
    <div className="pg-cell">
      {label}
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
      {field.optional ? null : <p className="pg-quiet">What stays empty is not changed.</p>}
    </div>
  )
}

// What the model that was chosen can be told; a click writes it down with its usual value.
const Parameters = ({ model, value, set }) => {
  const named = new Set(value.split('\n').map((line) => line.split('=')[0].trim()))
  const left = ((model && model.parameters) || []).filter(({ name }) => !named.has(name))
  if (!left.length) return null
  const add = (each) => set(`${value.trimEnd()}${value.trim() ? '\n' : ''}${each.name} = ${JSON.stringify(each.default)}`)
  return (
    <div className="pg-few pg-words pg-known" role="group" aria-label="Parameters that this model knows">
      {left.map((each) => (
        <button key={each.name} type="button" title={`${each.help ? `${each.help}: ` : ''}${each.range}`} onClick={() => add(each)}>+ {each.name}</button>
      ))}
    </div>
  )
}

const Pairs = ({ field, value, set, id, model }) => (
  <div>
    <textarea id={id} rows={3} value={value} placeholder={field.slot === 'params' ? 'one a line, such as n_estimators = 200' : 'one a line, such as name = value'} onChange={(event) => set(event.target.value)} />
    {field.slot === 'params' ? <Parameters model={model} value={value} set={set} /> : null}
  </div>
)

// Words that may be typed freely, with what is known of the chosen column, or the columns themselves, to pick from.
const Text = ({ field, value, set, id, column }) => {
  const known = field.slot === 'column_or_number' ? field.choices.map((choice) => choice.name) : (field.slot === 'value' && column && column.values) || []
  const hint = (field.slot === 'value' && column && span(column)) || known.slice(0, 3).join(', ')
  return (
    <span>
      <input id={id} type="text" value={value} list={known.length ? `${id}-known` : undefined} placeholder={hint || (field.optional ? 'may stay empty' : '')} onChange={(event) => set(event.target.value)} />
      {known.length ? <datalist id={`${id}-known`}>{known.map((each) => <option key={String(each)} value={String(each)} />)}</datalist> : null}
    </span>
  )
}

const NumberInput = ({ field, value, set, id }) => (
  <span className="pg-number">
    <input id={id} type="number" step={field.whole ? 1 : 'any'} min={field.minimum} max={field.maximum} value={value} placeholder={field.optional ? 'may stay empty' : ''} onChange={(event) => set(event.target.value)} />
    <small>{bounds(field, window.pg.number)}</small>
  </span>
)

const INPUTS = { few: Few, many: Many, record: Cells, one: One, share: Share, pairs: Pairs, number: NumberInput }

const Input = ({ field, value, set, id, chosen }) => {
  const Kind = INPUTS[field.kind] || Text
  if (field.kind === 'switch') return <button id={id} type="button" role="switch" aria-checked={Boolean(value)} className="pg-switch" onClick={() => set(!value)}><span /></button>
  if (field.kind === 'lines') return <textarea id={id} rows={3} value={value} placeholder="one a line" onChange={(event) => set(event.target.value)} />
  return <Kind field={field} value={value} set={set} id={id} model={chosen.model} column={chosen.column} />
}

// What is wrong with a value, and the nearest one that is right, to take with one click.
const Wrong = ({ field, error, set }) => {
  const right = error.call && error.call.args && error.call.args[field.name]
  const shown = written(field, right ?? '')
  return (
    <p className="pg-error-line" role="alert">
      {error.message} {error.hint || ''}
      {right === undefined || right === null ? null : (
        <button type="button" className="pg-button pg-button-quiet" onClick={() => set(start(field, { [field.name]: right }))}>Use {shown}</button>
      )}
    </p>
  )
}

const Row = ({ form, field, value, set, error, chosen }) => {
  const id = `${form}-${field.name}`
  const grouped = ['few', 'many', 'record'].includes(field.kind)
  return (
    <div className={`pg-field pg-field-${field.kind} ${error ? 'pg-wrong' : ''}`} data-field={field.name}>
      {grouped ? <span className="pg-label" id={`${id}-label`}>{field.title}</span> : <label className="pg-label" htmlFor={id}>{field.title}</label>}
      <Input field={field} value={value} set={set} id={id} chosen={chosen} />
      {field.help ? <p className="pg-help">{field.help}</p> : null}
      {error ? <Wrong field={field} error={error} set={set} /> : null}
    </div>
  )
}

const written = (field, value) => (field && field.kind === 'share' ? `${Math.round(value * 1000) / 10} %` : readable(value))

const Chip = ({ name, value, field }) => <span className="pg-chip">{(field || {}).title || window.pg.title(name)}: {written(field, value)}</span>

const Done = ({ title, args, fields }) => (
  <section className="pg-card pg-form-done" data-testid="form-done">
    <Check size={16} aria-hidden="true" />
    <span><b>{title}</b> {Object.entries(args).filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => <Chip key={name} name={name} value={value} field={fields.find((field) => field.name === name)} />)}</span>
  </section>
)

// --- The form ---------------------------------------------------------------------------------------------------

function ToolForm({ id, tool, title: heading, schema, values: given, done, send, token, callAction }) {
  const fields = useMemo(() => {
    const required = schema.required || []
    return Object.entries(schema.properties || {}).map(([name, raw]) => describe(name, raw, required.includes(name), schema.$defs, window.pg.title))
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
      if (value !== undefined) args[field.name] = value
    })
    const needed = fields.find((field) => !field.optional && field.default === undefined && field.kind !== 'switch' && args[field.name] === undefined)
    if (needed && !send) return setError({ argument: needed.name, message: needed.choices.length ? 'Choose one, please.' : 'This is needed.' })
    setBusy(true)
    setError(null)
    const call = send ? { tool: send.tool, args: { ...send.args, args } } : { tool, args }
    const payload = { ...call, label: send ? title : '', form: true, key: `${token}:${tries}` }
    const answer = await Promise.resolve(callAction({ name: 'call', payload })).catch(() => null)
    const failed = window.pg.failure(answer)
    setBusy(false)
    setTries(tries + 1)
    if (failed) setError(failed)
    else setSent(args)
  }

  const of = (slot) => {
    const field = fields.find((each) => each.slot === slot)
    return field && field.choices.find((choice) => choice.name === values[field.name])
  }
  const chosen = { model: of('model'), column: of('column') }

  if (closed) return null
  if (sent) return <Done title={title} args={sent} fields={fields} />
  // A parameter of a model has no field of its own; it was typed among the others.
  const wrong = error && error.argument && String(error.argument).split('.')[0]
  const placed = fields.find((field) => field.name === wrong) || fields.find((field) => field.slot === 'params' && wrong && String(values[field.name]).includes(wrong))
  const about = (field) => (field === placed ? error : null)
  const elsewhere = error && !fields.some(about)
  return (
    <form ref={form} className="pg-card pg-form" onSubmit={submit} noValidate data-testid={`form-${tool}`} aria-label={title}>
      <header>
        <h3>{title}</h3>
        <button type="button" className="pg-close" aria-label="Close the form" onClick={() => setClosed(true)}><X size={16} /></button>
      </header>
      {schema.description ? <p className="pg-help">{schema.description}</p> : null}
      {fields.map((field) => (
        <Row key={field.name} form={id} field={field} value={values[field.name]} error={about(field)} chosen={chosen} set={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
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
