import { Markdown } from '@/components/markdown'

function Text({ markdown }) {
  return (
    <div className="pg-text">
      <Markdown allowHtml={false} latex={false} renderMarkdown={true}>
        {markdown}
      </Markdown>
    </div>
  )
}

const Kept = window.pg.keep('Text', Text)

export default <Kept {...props} />
