import { Check, CheckCircle2, CircleHelp, Loader2 } from 'lucide-react'
import { useState } from 'react'

const FEW = 3

const name = (text, key) => <code key={key}>{text}</code>

const Finding = ({ finding, used, busy, onUse }) => (
  <li className="pg-finding">
    <b>{finding.title}</b>
    <p>{window.pg.named(finding.message, name)}</p>
    {finding.calls.length ? (
      <div className="pg-finding-mends">
        {finding.calls.map((offer) => (
          <button key={offer.key} type="button" className="pg-button pg-button-quiet" disabled={Boolean(busy) || used.includes(offer.key)} onClick={() => onUse(offer)}>
            {busy === offer.key ? <Loader2 size={14} className="pg-spin" aria-label="working" /> : null}
            {used.includes(offer.key) ? <Check size={14} aria-label="used" /> : null}
            {offer.label}
          </button>
        ))}
      </div>
    ) : null}
  </li>
)

// What needs a decision is all there; of the rest the first ones, so that nobody has to read what asks for nothing.
const Group = ({ group, ...rest }) => {
  const decide = group.heading === 'your decision'
  const [all, setAll] = useState(decide || group.findings.length <= FEW + 1)
  const shown = all ? group.findings : group.findings.slice(0, FEW)
  return (
    <section className={`pg-finding-group ${decide ? 'pg-decide' : ''}`} aria-label={window.pg.title(group.heading)}>
      <h4>
        {decide ? <CircleHelp size={16} aria-hidden="true" /> : <CheckCircle2 size={16} aria-hidden="true" />}
        {window.pg.title(group.heading)} <span className="pg-chip">{group.findings.length}</span>
      </h4>
      <ul>{shown.map((finding, place) => <Finding key={place} finding={finding} {...rest} />)}</ul>
      {all ? null : (
        <button type="button" className="pg-more" onClick={() => setAll(true)}>Show {group.findings.length - FEW} more</button>
      )}
    </section>
  )
}

function Findings({ groups, callAction }) {
  const offers = groups.flatMap((group) => group.findings.flatMap((finding) => finding.calls))
  const [used, setUsed] = useState(() => offers.filter((offer) => offer.used).map((offer) => offer.key))
  const [busy, setBusy] = useState('')
  const use = async (offer) => {
    setBusy(offer.key)
    const payload = { ...offer.call, label: offer.label, key: offer.key }
    const answer = await Promise.resolve(callAction({ name: 'call', payload })).catch(() => null)
    setBusy('')
    if (!window.pg.failure(answer)) setUsed((before) => [...before, offer.key])
  }
  return (
    <div className="pg-card pg-findings" data-testid="findings">
      {groups.map((group) => <Group key={group.heading} group={group} used={used} busy={busy} onUse={use} />)}
    </div>
  )
}

const Kept = window.pg.keep('Findings', Findings)

export default <Kept {...props} callAction={callAction} />
