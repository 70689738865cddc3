import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { Loader2, Play, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'

function Options({ stages, open_at, callAction }) {
  const shown = stages.filter((stage) => stage.tools.length)
  const [busy, setBusy] = useState('')
  const open = async (tool, withForm) => {
    setBusy(tool.tool)
    const call = tool.call || { tool: tool.tool, args: {} }
    const action = withForm
      ? { name: 'form', payload: { tool: tool.tool, args: call.args || {} } }
      : { name: 'call', payload: { ...call, label: tool.label } }
    await Promise.resolve(callAction(action)).catch(() => null)
    setBusy('')
  }
  if (!shown.length) return <p className="pg-quiet">Nothing can be done just now.</p>
  return (
    <section className="pg-card pg-options" data-testid="options" aria-label="All options">
      <Tabs defaultValue={open_at || shown[0].stage}>
        <TabsList className="pg-tabs">
          {shown.map((stage) => (
            <TabsTrigger key={stage.stage} value={stage.stage}>
              {stage.title} <small>{stage.tools.length}</small>
            </TabsTrigger>
          ))}
        </TabsList>
        {shown.map((stage) => (
          <TabsContent key={stage.stage} value={stage.stage} className="pg-option-grid">
            {stage.tools.map((tool) => (
              <div key={tool.tool} className="pg-option-box">
                <button type="button" className="pg-option" onClick={() => open(tool, tool.needs_form)} disabled={Boolean(busy)}>
                  <span className="pg-grow">
                    <b>{tool.label}</b>
                    <small>{tool.summary}</small>
                  </span>
                  {busy === tool.tool ? <Loader2 size={15} className="pg-spin" /> : null}
                  {busy !== tool.tool && tool.needs_form ? <SlidersHorizontal size={15} aria-label="opens a form" /> : null}
                  {busy !== tool.tool && !tool.needs_form ? <Play size={14} aria-label="runs at once" /> : null}
                </button>
                {tool.has_form && !tool.needs_form ? (
                  <button type="button" className="pg-option-more" aria-label={`${tool.label}: choose first`} title="Choose first" onClick={() => open(tool, true)} disabled={Boolean(busy)}>
                    <SlidersHorizontal size={14} aria-hidden="true" />
                  </button>
                ) : null}
              </div>
            ))}
          </TabsContent>
        ))}
      </Tabs>
    </section>
  )
}

const Kept = window.pg.keep('Options', Options)

export default <Kept {...props} callAction={callAction} />
