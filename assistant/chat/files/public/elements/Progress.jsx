import { elementState } from '@chainlit/react-client'
import { CircleCheck, CircleX, Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useRecoilValue } from 'recoil'

const useNews = (own) => {
  const elements = useRecoilValue(elementState)
  const news = elements.find((each) => each.id === own.live)
  return { ...own, ...((news && news.props) || {}) }
}

const useSeconds = (running) => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [running])
  return seconds
}

function Progress({ callAction, ...own }) {
  const { state, progress, text, job_id: job } = useNews(own)
  const [stopping, setStopping] = useState(false)
  const running = state === 'running'
  const seconds = useSeconds(running)
  const percent = Math.round(Math.max(0, Math.min(1, progress || 0)) * 100)
  if (!running) {
    const failed = state === 'failed'
    return (
      <p className={`pg-ended ${failed ? 'pg-bad' : ''}`} data-testid="progress-ended">
        {failed ? <CircleX size={15} aria-hidden="true" /> : <CircleCheck size={15} aria-hidden="true" />}
        {failed ? 'This did not finish; the answer below says why.' : 'This has ended; what came of it is below.'}
      </p>
    )
  }
  const stop = () => {
    setStopping(true)
    callAction({ name: 'cancel', payload: { job_id: job } })
  }
  return (
    <section className="pg-card pg-progress" data-testid="progress">
      <div className="pg-progress-line">
        <span className="pg-grow pg-few-lines">{text || 'Getting ready…'}</span>
        <span className="pg-quiet">
          {percent ? `${percent} %` : ''} {seconds >= 3 ? `· ${seconds} s` : ''}
        </span>
        <button type="button" className="pg-button pg-button-quiet" onClick={stop} disabled={stopping} data-testid="stop">
          <Square size={12} fill="currentColor" aria-hidden="true" /> {stopping ? 'Stopping…' : 'Stop'}
        </button>
      </div>
      <div className="pg-bar" role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} aria-label={text || 'Progress'}>
        <span className={percent ? '' : 'pg-bar-unknown'} style={{ width: percent ? `${percent}%` : undefined }} />
      </div>
    </section>
  )
}

const Kept = window.pg.keep('Progress', Progress)

export default <Kept {...props} callAction={callAction} />
