import { CircleAlert, Wrench } from 'lucide-react'
import { useState } from 'react'

const marked = (text) => window.pg.named(text, (name, key) => <code key={key}>{name}</code>)

function Problem({ id, error, callAction }) {
  const { message, hint, reference, call, label } = error
  const [used, setUsed] = useState(false)
  const mend = () => {
    setUsed(true)
    callAction({ name: 'call', payload: { ...call, label: label || 'Do that instead', key: `${id}:mend` } })
  }
  return (
    <section className="pg-card pg-problem" role="alert" data-testid="problem">
      <CircleAlert size={20} aria-hidden="true" />
      <div className="pg-grow">
        <b>{marked(message)}</b>
        {hint ? <p>{marked(hint)}</p> : null}
        {reference ? <small>Reference {reference}</small> : null}
        {call ? (
          <button type="button" className="pg-button" onClick={mend} disabled={used}>
            <Wrench size={14} aria-hidden="true" /> {label || 'Do that instead'}
          </button>
        ) : null}
      </div>
    </section>
  )
}

const Kept = window.pg.keep('Problem', Problem)

export default <Kept {...props} callAction={callAction} />
