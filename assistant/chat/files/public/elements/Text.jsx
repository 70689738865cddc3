import { Markdown } from '@/components/markdown'
import { BookOpen } from 'lucide-react'

function Text({ markdown, more, callAction }) {
  return (
    <div className={more ? 'pg-text pg-word' : 'pg-text'}>
      <Markdown allowHtml={false} latex={false} renderMarkdown={true}>
        {markdown}
      </Markdown>
      {more ? (
        <button type="button" className="pg-more" onClick={() => callAction({ name: 'call', payload: { ...more, label: 'Tell me more' } })}>
          <BookOpen size={13} aria-hidden="true" /> Tell me more
        </button>
      ) : null}
    </div>
  )
}

const Kept = window.pg.keep('Text', Text)

export default <Kept {...props} callAction={callAction} />
