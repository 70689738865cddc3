import { Check, Loader2 } from 'lucide-react'
import { useState } from 'react'

function Choices({ options, callAction }) {
  const [chosen, setChosen] = useState(() => options.findIndex((option) => option.used))
  const [busy, setBusy] = useState(false)
  const choose = async (option, index) => {
    setBusy(true)
    setChosen(index)
    const payload = { ...option.call, label: option.label, key: option.key }
    const answer = await Promise.resolve(callAction({ name: 'call', payload })).catch(() => null)
    setBusy(false)
    if (window.pg.failure(answer)) setChosen(-1)
  }
  return (
    <div className="pg-choices" role="group" aria-label="Your answer" data-testid="choices">
      {options.map((option, index) => (
        <button
          key={index}
          type="button"
          className={`pg-choice ${chosen === index ? 'pg-chosen' : ''}`}
          disabled={chosen >= 0}
          onClick={() => choose(option, index)}
        >
          <span className="pg-choice-number">
            {chosen === index && busy ? <Loader2 size={14} className="pg-spin" /> : null}
            {chosen === index && !busy ? <Check size={14} /> : null}
            {chosen === index ? null : index + 1}
          </span>
          <span className="pg-grow">
            <b>{option.label}</b>
            {option.reason ? <small>{window.pg.named(option.reason, (name, key) => <code key={key}>{name}</code>)}</small> : null}
          </span>
        </button>
      ))}
    </div>
  )
}

const Kept = window.pg.keep('Choices', Choices)

export default <Kept {...props} callAction={callAction} />
