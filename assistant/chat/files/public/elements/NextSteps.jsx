import { messagesState } from '@chainlit/react-client'
import { ArrowRight, Check, LayoutGrid, Loader2, X } from 'lucide-react'
import { useState } from 'react'
import { useRecoilValue } from 'recoil'

const useIsLast = (message) => {
  const answers = useRecoilValue(messagesState).filter((each) => each.type === 'assistant_message')
  return answers.length > 0 && answers[answers.length - 1].id === message
}

const marked = (text) => window.pg.named(text, (name, key) => <code key={key}>{name}</code>)

const Step = ({ offer, first, small, done, busy, onUse, onWave }) => (
  <div className="pg-next-box">
  <button
    type="button"
    className={`pg-next ${first ? 'pg-next-first' : ''} ${small ? 'pg-next-small' : ''}`}
    disabled={done || busy}
    onClick={onUse}
    title={small ? offer.reason : undefined}
  >
    <span className="pg-grow">
      <b>{offer.label}</b>
      {offer.reason && !small ? <small>{marked(offer.reason)}</small> : null}
    </span>
    {busy ? <Loader2 size={16} className="pg-spin" aria-label="working" /> : null}
    {done && !busy ? <Check size={16} aria-label="used" /> : null}
    {!done && !busy && !small ? <ArrowRight size={16} aria-hidden="true" /> : null}
  </button>
  {done || busy || small ? null : (
    <button type="button" className="pg-wave" aria-label={`Not now: ${offer.label}`} title="Not now" onClick={onWave}><X size={13} /></button>
  )}
  </div>
)

function NextSteps({ suggestions, message, callAction }) {
  const last = useIsLast(message)
  const [old] = useState(!last)
  const [used, setUsed] = useState(() => suggestions.map((offer) => offer.used))
  const [busy, setBusy] = useState(-1)
  const [waved, setWaved] = useState([])

  const use = async (offer, index) => {
    setBusy(index)
    const payload = { ...offer.call, label: offer.label, key: offer.key }
    const answer = await Promise.resolve(callAction({ name: 'call', payload })).catch(() => null)
    setBusy(-1)
    if (!window.pg.failure(answer)) setUsed((before) => before.map((each, place) => each || place === index))
  }

  const wave = (offer, index) => {
    setWaved([...waved, index])
    callAction({ name: 'dismiss', payload: offer.call })
  }

  // Offers of earlier answers stay where they are, so that nothing moves; a reopened conversation shows the used ones.
  const offers = suggestions.map((offer, index) => [offer, index]).filter(([, index]) => (!old || used[index]) && !waved.includes(index))
  if (old && !offers.length) return null
  return (
    <nav className={`pg-steps ${last ? '' : 'pg-steps-past'} ${old ? 'pg-steps-old' : ''}`} aria-label="Next steps" data-testid="next-steps">
      {!old && offers.length ? <h4>What next?</h4> : null}
      <div className="pg-next-grid">
        {offers.map(([offer, index]) => (
          <Step
            key={index}
            offer={offer}
            first={last && index === 0}
            small={old}
            done={used[index]}
            busy={busy === index}
            onUse={() => use(offer, index)}
            onWave={() => wave(offer, index)}
          />
        ))}
      </div>
      {!old ? (
        <button type="button" className="pg-all" onClick={() => callAction({ name: 'options', payload: {} })} data-testid="all-options">
          <LayoutGrid size={15} aria-hidden="true" /> All options
        </button>
      ) : null}
    </nav>
  )
}

const Kept = window.pg.keep('NextSteps', NextSteps)

export default <Kept {...props} callAction={callAction} />
